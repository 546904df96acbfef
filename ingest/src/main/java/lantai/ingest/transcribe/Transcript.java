package lantai.ingest.transcribe;

import java.util.List;
import java.util.UUID;

/**
 * What a program made of a recording, until a person has taken it or put it away.
 *
 * @param component ordinal of the recording in its item
 * @param reason why it failed, as {@link Transcriber.Outcome.Failed}, else empty
 * @param lines what is proposed
 */
public record Transcript(
        UUID item, int component, State state, String reason, List<SpokenLine> lines, String orderedBy) {
    public Transcript {
        lines = List.copyOf(lines);
    }

    /** How far it is. */
    public enum State {
        /** The program has not ended yet. */
        ORDERED,
        /** Its lines wait for a person. */
        PROPOSED,
        /** There are none. */
        FAILED
    }
}
