package lantai.ingest.transcribe;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Puts the speech of a recording into words.
 *
 * <p>The law: the recording is only read; the call ends within a time of the implementation's own; whatever the recording holds, a
 * failure is named and not thrown; lines come in the order of their moments.
 */
public interface Transcriber {
    /** What came of it. */
    sealed interface Outcome {
        /** It was put into words; nothing was said in it when there are no lines. */
        record Heard(List<SpokenLine> lines) implements Outcome {
            public Heard {
                lines = List.copyOf(lines);
            }
        }

        /**
         * It was not.
         *
         * @param reason one of {@code time}, {@code output}, {@code form}, {@code program}
         * @param detail what the program said last, for those who set it up; may be empty
         */
        record Failed(String reason, String detail) implements Outcome {}
    }

    /**
     * Listens to a recording.
     *
     * @throws IOException when the recording cannot be read or the program cannot be started
     */
    Outcome transcribe(Path recording) throws IOException;
}
