package lantai.ingest.check;

import java.util.List;
import java.util.Optional;
import lantai.check.Content;
import lantai.ingest.intake.ReceivedFile;
import lantai.ingest.intake.Step;
import lantai.ingest.reader.Fact;

/** What was found out about a file when it came in, when a reader opened it to its end; its bytes are the same still. */
public final class ReceiptContents {
    private static final String STATE = "state";

    private ReceiptContents() {}

    /** {@return what is known of a received file; nothing when no reader has opened it} */
    public static Optional<Content> of(ReceivedFile file) {
        if (file.step() != Step.PROPOSED || !file.metadata().containsKey(STATE)) {
            return Optional.empty();
        }
        return Optional.of(new Content(
                Content.State.OPENED,
                "",
                file.mime(),
                file.puid(),
                file.pageCount(),
                Optional.empty(),
                file.metadata().containsKey(Fact.OPEN_ENCRYPTION.name()),
                List.of(),
                file.metadata().containsKey(Fact.SIGNATURES.name()) ? Optional.empty() : Optional.of(List.of())));
    }
}
