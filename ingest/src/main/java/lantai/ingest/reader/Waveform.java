package lantai.ingest.reader;

import java.util.List;

/**
 * How loud a recording is from its beginning to its end.
 *
 * @param state {@code READ} when it could be decoded
 * @param reason one sentence when it could not
 * @param millis how long it is
 * @param peaks loudest moment of each of at most 1000 parts of the same length, from 0 to 100, of all channels together
 */
public record Waveform(ReadingState state, String reason, long millis, List<Integer> peaks) {
    public Waveform {
        peaks = List.copyOf(peaks);
    }

    /** {@return the outcome of a recording that could not be decoded} */
    public static Waveform failed(ReadingState state, String reason) {
        return new Waveform(state, reason, 0, List.of());
    }
}
