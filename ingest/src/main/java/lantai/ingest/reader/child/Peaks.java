package lantai.ingest.reader.child;

import java.util.ArrayList;
import java.util.List;

/**
 * The loudest moments of any number of samples in little memory: when the parts are full, two become one and the following
 * ones are twice as long.
 */
final class Peaks {
    /** Most parts kept while listening; half of them and more are left at the end of a long recording. */
    private static final int MOST = 2000;
    /** Most parts told. */
    private static final int TOLD = 1000;

    private final float[] parts = new float[MOST];
    private int full;
    private long each = 1;
    private long inPart;
    private float loudest;
    private long frames;

    /** @param value loudness of one frame, 1 at full scale */
    void add(float value) {
        frames++;
        loudest = Math.max(loudest, value);
        if (++inPart == each) {
            close();
        }
    }

    private void close() {
        parts[full++] = loudest;
        loudest = 0;
        inPart = 0;
        if (full == MOST) {
            for (var i = 0; i < MOST / 2; i++) {
                parts[i] = Math.max(parts[2 * i], parts[2 * i + 1]);
            }
            full = MOST / 2;
            each *= 2;
        }
    }

    long frames() {
        return frames;
    }

    /** {@return percent of full scale, at most 1000 values} */
    List<Integer> percent() {
        if (inPart > 0) {
            // the unfinished part at the end
            parts[full++] = loudest;
            inPart = 0;
        }
        var told = new ArrayList<Integer>();
        var together = (full + TOLD - 1) / TOLD;
        for (var from = 0; from < full; from += together) {
            var most = 0f;
            for (var i = from; i < Math.min(full, from + together); i++) {
                most = Math.max(most, parts[i]);
            }
            told.add(Math.round(100 * Math.clamp(most, 0f, 1f)));
        }
        return told;
    }
}
