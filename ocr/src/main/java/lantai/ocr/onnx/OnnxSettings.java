package lantai.ocr.onnx;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * How PP-OCR reads.
 *
 * @param models folder with {@code det.onnx}, {@code rec.onnx} and {@code keys.txt}; the bundled models when empty
 * @param threadsPerPage threads that work on one page, at least 1; 1 is best when pages are read beside each other
 * @param steps what is done besides detection and recognition
 */
public record OnnxSettings(Optional<Path> models, int threadsPerPage, Set<Step> steps) {

    /** A step that can be left out, to measure what it is worth. */
    public enum Step {
        /** Takes the red and blue of seals away, inside the seals. */
        SEAL_SEPARATION,
        /** Takes seals away from pages scanned in gray. */
        GRAY_SEALS,
        /** Knows seals that are as black as the text, reads their letters as theirs and doubts what they lie on. */
        BLACK_SEALS,
        /** Reads what stands along the border of round seals. */
        SEAL_TEXT,
        /** Divides by the brightness of the paper. */
        BACKGROUND_DIVISION,
        /** Finds pages that lie on their side or on their head. */
        ORIENTATION,
        /** Flattens the layout of photographed pages whose lines sag or fan out. */
        FLATTENING,
        /** Sees rulings; without it there are no table cells, and boxes are not cut at rulings. */
        RULINGS,
        /** Looks for lines at full sharpness; without it small print is missed more often, in less time. */
        FINE_LINES,
        /** Cuts boxes that run over the gutter between columns of text. */
        GUTTERS,
        /** Puts lines into reading order; without it they go by their tops alone. */
        READING_ORDER,
        /** Puts right what the model confuses for reasons of form. */
        TEXT_RULES,
        /** Reads doubtful lines again and decides on doubtful characters. */
        SECOND_LOOK
    }

    /** The bundled models, one thread a page, all steps. */
    public static final OnnxSettings DEFAULT = new OnnxSettings(Optional.empty(), 1, EnumSet.allOf(Step.class));

    /** The bundled models, one thread a page, faster by about a quarter and less exact where print is small or doubtful. */
    public static final OnnxSettings FAST =
            new OnnxSettings(Optional.empty(), 1, EnumSet.complementOf(EnumSet.of(Step.FINE_LINES, Step.SECOND_LOOK)));

    public OnnxSettings {
        if (threadsPerPage < 1) {
            throw new IllegalArgumentException("not a number of threads: " + threadsPerPage + ", expected 1 or more");
        }
        steps = Set.copyOf(steps);
    }

    boolean does(Step step) {
        return steps.contains(step);
    }
}
