package lantai.ingest.reader.child;

import java.io.IOException;
import java.nio.file.Path;
import lantai.ingest.reader.FileKind;
import lantai.ingest.reader.Reading;
import lantai.ingest.reader.ReadingState;
import lantai.ingest.reader.wire.Identified;
import lantai.ingest.reader.wire.Job;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;

/** Identifies a file and hands it to the reader of its family. */
final class ReadingDesk {
    private final Mailbox mailbox;
    private final Identifier identifier;
    private final DocumentReader documents;
    private final long outputBytes;

    ReadingDesk(Mailbox mailbox, Identifier identifier, long outputBytes) {
        this.mailbox = mailbox;
        this.identifier = identifier;
        this.outputBytes = outputBytes;
        documents = new DocumentReader(identifier.tika());
    }

    Reading read(Job.Read job) {
        var file = ReaderMain.path(job.file());
        var metadata = new Metadata();
        try (var stream = TikaInputStream.get(file, metadata)) {
            var identified = identifier.identify(file, job.name(), stream, metadata);
            mailbox.news(identified);
            return read(new Opened(file, stream, metadata, identified), job);
        } catch (IOException e) {
            return Reading.failed(ReadingState.DAMAGED, Failures.sentence(e));
        }
    }

    private Reading read(Opened opened, Job.Read job) throws IOException {
        var format = opened.identified().format();
        var kind = opened.identified().kind();
        try (var draft = new Draft(ReaderMain.path(job.folder()), outputBytes)) {
            try {
                take(opened, draft);
                var state = draft.state();
                var reason = state == ReadingState.UNSUPPORTED ? "its pictures cannot be decoded here" : "";
                return draft.finish(state, reason, format, kind);
            } catch (Exception | StackOverflowError | LinkageError e) {
                var named = Failures.named(e);
                var reason = named.getMessage();
                return draft.finish(named.state(), reason == null ? "" : reason, format, kind);
            }
        }
    }

    private void take(Opened opened, Draft draft) throws Exception {
        switch (opened.identified().kind()) {
            case PDF -> PdfReader.read(opened.file(), draft);
            case OFD -> OfdReader.read(opened.file(), draft);
            case IMAGE -> ImageReader.read(opened, draft);
            case DOCUMENT, AUDIO, VIDEO -> documents.read(opened, draft);
            case ARCHIVE -> ArchiveListing.read(opened, draft);
            case OTHER -> throw new Unreadable(ReadingState.UNSUPPORTED, "no reader for this format");
        }
    }

    /** A file, identified, with the stream that identified it and the container it may have opened. */
    record Opened(Path file, TikaInputStream stream, Metadata metadata, Identified identified) {
        String mime() {
            return identified.format().mime();
        }

        FileKind kind() {
            return identified.kind();
        }
    }
}
