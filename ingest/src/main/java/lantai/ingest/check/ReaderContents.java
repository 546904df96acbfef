package lantai.ingest.check;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lantai.check.Content;
import lantai.check.Contents;
import lantai.check.SignatureFact;
import lantai.ingest.reader.Examination;
import lantai.ingest.reader.Fact;
import lantai.ingest.reader.FileKind;
import lantai.ingest.reader.Readers;
import lantai.ingest.reader.Reading;
import lantai.ingest.reader.SignatureFinding;
import lantai.record.Component;
import lantai.record.Item;

/** Opens files anew in the readers: to their end, each page drawn, signatures verified. */
public final class ReaderContents implements Contents {
    private final Readers readers;

    public ReaderContents(Readers readers) {
        this.readers = readers;
    }

    @Override
    public Content open(Item item, Component component, Path file) {
        return content(readers.examine(file, component.name()));
    }

    static Content content(Examination examination) {
        var reading = examination.reading();
        return new Content(
                state(reading),
                reading.reason().isEmpty() ? reading.state().code() : reading.reason(),
                reading.format().mime(),
                reading.format().puid(),
                reading.pages().size(),
                reading.state().isUnderstood()
                        ? Optional.of(
                                new Content.Drawn(examination.parts(), examination.fault(), examination.undecodable()))
                        : Optional.empty(),
                reading.facts().containsKey(Fact.OPEN_ENCRYPTION),
                reading.kind() == FileKind.ARCHIVE ? List.of() : reading.entries(),
                reading.state().isUnderstood()
                        ? Optional.of(examination.signatures().stream()
                                .map(finding -> fact(reading.kind(), finding))
                                .toList())
                        : Optional.empty());
    }

    private static SignatureFact fact(FileKind kind, SignatureFinding finding) {
        return new SignatureFact(
                kind.name(),
                switch (finding.state()) {
                    case INTACT -> SignatureFact.State.INTACT;
                    case ALTERED -> SignatureFact.State.ALTERED;
                    case OUT_OF_TERM -> SignatureFact.State.OUT_OF_TERM;
                    case UNVERIFIABLE -> SignatureFact.State.UNVERIFIABLE;
                },
                finding.reason(),
                finding.signer(),
                finding.trail());
    }

    private static Content.State state(Reading reading) {
        return switch (reading.state()) {
            case READ, NO_TEXT, NEEDS_OCR -> Content.State.OPENED;
            case ENCRYPTED, RESTRICTED -> Content.State.ENCRYPTED;
            case EMPTY, DAMAGED, BOMB, UNSAFE_NAME, CRASHED, INFECTED -> Content.State.DAMAGED;
            case TOO_LARGE, NOT_SCANNED, TIMEOUT, UNSUPPORTED -> Content.State.NOT_OPENED;
        };
    }
}
