package lantai.ocr.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.FloatBuffer;
import java.util.List;
import lantai.ocr.Variant;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class CtcDecoderTest {

    private final CtcDecoder decoder = new CtcDecoder(List.of("甲", "乙"));

    @Test
    void repeatsAreOneCharacterUnlessNothingParts() {
        Reading reading = decode(1, 1, 0, 1, 2, 2, 0, 3);
        assertThat(reading.text()).isEqualTo("甲甲乙 ");
    }

    @Test
    void aCharacterStandsWhereItIsSurest() {
        float[] values = {0.4f, 0.6f, 0, 0, 0.1f, 0.9f, 0, 0, 0.3f, 0.7f, 0, 0, 1, 0, 0, 0};
        Reading reading = decoder.decode(FloatBuffer.wrap(values), 0, 4, 4, 1);
        assertThat(reading.marks()).hasSize(1);
        assertThat(reading.marks().getFirst().at()).isCloseTo(1.5 / 4, Offset.offset(1e-6));
        assertThat(reading.confidence()).isCloseTo(0.9, Offset.offset(1e-6));
    }

    @Test
    void whatIsNotSureKeepsTheNextBestOfItsStep() {
        float[] values = {0.05f, 0.6f, 0.3f, 0.05f, 0, 0.05f, 0.95f, 0};
        Reading reading = decoder.decode(FloatBuffer.wrap(values), 0, 2, 4, 1);
        assertThat(reading.marks().getFirst().variants()).containsExactly(new Variant("乙", 0.3));
        assertThat(reading.marks().getLast().variants()).isEmpty();
    }

    @Test
    void theCircleOfDegreesIsReadOnce() {
        var degrees = new CtcDecoder(List.of("°", "℃"));
        float[] values = {0, 1, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 1, 0, 0};
        assertThat(degrees.decode(FloatBuffer.wrap(values), 0, 4, 4, 1).text()).isEqualTo("℃°");
    }

    @Test
    void nothingReadHasNoConfidence() {
        assertThat(decode(0, 0)).isEqualTo(new Reading(List.of(), 0));
    }

    private Reading decode(int... classes) {
        float[] values = new float[classes.length * 4];
        for (int i = 0; i < classes.length; i++) {
            values[i * 4 + classes[i]] = 1;
        }
        return decoder.decode(FloatBuffer.wrap(values), 0, classes.length, 4, 1);
    }
}
