package lantai.ingest.catalogue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import lantai.problem.Malformed;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which catalogues lie while they are looked at: as they came, and their rows as a reader took them out. Both go
 * when the import has become visible or was given up, because they may hold what people must not find.
 */
public final class CatalogueFiles {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_MEGABYTES = 200;

    private final Path root;

    /** @param root made when missing */
    public CatalogueFiles(Path root) {
        try {
            this.root = Files.createDirectories(root);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * One row.
     *
     * @param number as the program that made the table shows it
     */
    public record Row(int number, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    Path source(UUID id) {
        return folder(id).resolve("source");
    }

    Path rows(UUID id) {
        return folder(id).resolve("rows.jsonl");
    }

    private Path folder(UUID id) {
        return root.resolve(id.toString());
    }

    /**
     * Keeps a catalogue as it comes.
     *
     * @throws Malformed when it is empty or larger than a catalogue can be
     * @throws IOException when the stream breaks off; nothing is kept then
     */
    void keep(UUID id, InputStream bytes) throws IOException {
        var source = source(id);
        Files.createDirectories(folder(id));
        try {
            var size = 0L;
            try (var out = Files.newOutputStream(source, StandardOpenOption.CREATE_NEW)) {
                var buffer = new byte[1 << 16];
                for (var read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                    size += read;
                    if (size > (long) MOST_MEGABYTES << 20) {
                        throw new Malformed(CatalogueProblem.FILE_TOO_LARGE, MOST_MEGABYTES);
                    }
                    out.write(buffer, 0, read);
                }
            }
            if (size == 0) {
                throw new Malformed(CatalogueProblem.FILE_EMPTY);
            }
            force(source);
            force(folder(id));
            force(root);
        } catch (IOException | Malformed failure) {
            forget(id);
            throw failure;
        }
    }

    private static void force(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Opens the rows that were taken out, from the first on. */
    public Rows open(UUID id) {
        try {
            return new Rows(Files.newBufferedReader(rows(id)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** {@return the first rows; none when they are not there} */
    public List<Row> first(UUID id, int most) {
        if (!Files.exists(rows(id))) {
            return List.of();
        }
        try (var rows = open(id)) {
            var first = new java.util.ArrayList<Row>();
            while (first.size() < most && rows.hasNext()) {
                first.add(rows.next());
            }
            return first;
        }
    }

    /** Removes what is kept of a catalogue. */
    void forget(UUID id) {
        try {
            Files.deleteIfExists(source(id));
            Files.deleteIfExists(rows(id));
            Files.deleteIfExists(folder(id));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Rows read one after the other, to be closed after use. */
    public static final class Rows implements Iterator<Row>, AutoCloseable {
        private final BufferedReader in;
        private @Nullable String line;

        private Rows(BufferedReader in) throws IOException {
            this.in = in;
            line = in.readLine();
        }

        @Override
        public boolean hasNext() {
            return line != null;
        }

        @Override
        public Row next() {
            var json = Optional.ofNullable(line).orElseThrow(NoSuchElementException::new);
            try {
                var cells = List.of(JSON.readValue(json, String[].class));
                line = in.readLine();
                return new Row(Integer.parseInt(cells.getFirst()), cells.subList(1, cells.size()));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        @Override
        public void close() {
            try {
                in.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
