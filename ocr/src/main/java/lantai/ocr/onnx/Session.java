package lantai.ocr.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Map;
import lantai.ocr.OcrException;

/** One model, loaded: one image-like input, one output. Many threads may run it at once. */
final class Session implements AutoCloseable {

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final String input;

    /** What a run gave: the values, and the last two dimensions of their shape. */
    record Output(FloatBuffer values, int rows, int columns) {}

    Session(OrtEnvironment environment, byte[] model, int threads) throws OcrException {
        this.environment = environment;
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            // Shapes differ from run to run: a remembered pattern would only cost memory.
            options.setMemoryPatternOptimization(false);
            // else each constant that falls away while a model is loaded is told on the error stream
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
            options.addConfigEntry("session.set_denormal_as_zero", "1");
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            this.session = environment.createSession(LighterModel.of(model), options);
            NodeInfo first = session.getInputInfo().values().iterator().next();
            this.input = first.getName();
        } catch (OrtException e) {
            throw new OcrException("a reading model cannot be loaded: " + e.getMessage(), e);
        }
    }

    Output run(FloatBuffer values, long... shape) throws OcrException {
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, values, shape);
                OrtSession.Result result = session.run(Map.of(input, tensor))) {
            OnnxTensor output = (OnnxTensor) result.get(0);
            long[] dimensions = output.getInfo().getShape();
            int last = dimensions.length - 1;
            return new Output(output.getFloatBuffer(), (int) dimensions[last - 1], (int) dimensions[last]);
        } catch (OrtException e) {
            throw new OcrException("a reading model failed: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("a reading model cannot be closed", e);
        }
    }
}
