package lantai.ocr.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import lantai.ocr.OcrException;
import org.junit.jupiter.api.Test;

final class LighterModelTest {

    private static final long SEED = 4;

    @Test
    void bothModelsGiveTheSameValuesWithHardSwishInTwoSteps() throws Exception {
        Models models = Models.bundled();
        assertLighter(models.detection(), 1, 3, 96, 160);
        assertLighter(models.recognition(), 2, 3, 48, 320);
    }

    private static void assertLighter(byte[] model, long... shape) throws OrtException {
        byte[] lighter = LighterModel.of(model);
        assertThat(count(model, "Clip")).isGreaterThan(20);
        assertThat(count(lighter, "Clip")).isZero();
        assertThat(count(lighter, "HardSigmoid")).isEqualTo(count(model, "HardSigmoid") + count(model, "Clip"));
        float[] input = random(shape);
        float[] before = values(model, input, shape);
        float[] after = values(lighter, input, shape);
        assertThat(after).hasSameSizeAs(before);
        for (int i = 0; i < before.length; i++) {
            assertThat(after[i]).isCloseTo(before[i], within(1e-3f));
        }
    }

    private static long count(byte[] model, String operator) {
        return new Graph(model)
                .nodes().stream()
                        .filter(node -> node.operator().equals(operator))
                        .count();
    }

    private static float[] random(long... shape) {
        int size = 1;
        for (long length : shape) {
            size *= (int) length;
        }
        var random = new Random(SEED);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = 2 * random.nextFloat() - 1;
        }
        return values;
    }

    private static float[] values(byte[] model, float[] input, long... shape) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (var options = new OrtSession.SessionOptions();
                var session = environment.createSession(model, options);
                var tensor = OnnxTensor.createTensor(environment, FloatBuffer.wrap(input), shape);
                var result =
                        session.run(Map.of(session.getInputNames().iterator().next(), tensor))) {
            return ((OnnxTensor) result.get(0)).getFloatBuffer().array();
        }
    }

    @Test
    void aModelWithoutChangesIsWrittenAsItWasRead() throws OcrException {
        Graph graph = new Graph(Models.bundled().recognition());
        assertThat(new Graph(graph.with(graph.nodes())).nodes())
                .extracting(Graph.Node::outputs)
                .isEqualTo(graph.nodes().stream().map(Graph.Node::outputs).toList());
    }

    @Test
    void whatIsNoModelStaysAsItIs() {
        byte[] text = "not a model, but long enough to be taken for one".getBytes(StandardCharsets.UTF_8);
        assertThat(LighterModel.of(text)).isEqualTo(text);
    }
}
