package lantai.ingest.reader.child;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lantai.ingest.reader.ReadingState;
import lantai.ingest.reader.SheetReading;
import lantai.ingest.reader.wire.Job;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Takes the rows out of a table, whose form is told by its content. */
final class SheetReader {
    private static final String ENCRYPTED = "EncryptedPackage";

    private SheetReader() {}

    static SheetReading read(Job.Sheet job) {
        var file = ReaderMain.path(job.file());
        try (var rows = new RowsFile(ReaderMain.path(job.rows()))) {
            return switch (magic(file)) {
                case OOXML -> WorkbookRows.read(file, rows);
                case OLE2 -> throw old(file);
                default -> DelimitedRows.read(file, rows);
            };
        } catch (Exception | StackOverflowError | LinkageError e) {
            var named = Failures.named(e);
            var reason = named.getMessage();
            return SheetReading.failed(named.state(), reason == null ? "" : reason);
        }
    }

    private static FileMagic magic(Path file) throws IOException, Unreadable {
        if (Files.size(file) == 0) {
            throw new Unreadable(ReadingState.EMPTY, "no bytes");
        }
        return FileMagic.valueOf(file.toFile());
    }

    private static Unreadable old(Path file) throws IOException {
        try (var system = new POIFSFileSystem(file.toFile(), true)) {
            return system.getRoot().hasEntry(ENCRYPTED)
                    ? new Unreadable(ReadingState.ENCRYPTED, "needs a password")
                    : new Unreadable(ReadingState.UNSUPPORTED, "a workbook of the form before 2007");
        }
    }
}
