package lantai.ingest.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import lantai.ingest.reader.PageMeasure;
import lantai.ingest.reader.Reading;
import lantai.ocr.Alto;
import lantai.ocr.PageText;

/** Where the readers' results of each received file lie until it is filed. */
public final class WorkFolder {
    private static final System.Logger LOG = System.getLogger(WorkFolder.class.getName());
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path root;

    public WorkFolder(Path root) {
        this.root = root;
    }

    /** {@return the folder of a file's results, which may not exist yet} */
    public Path of(UUID file) {
        return root.resolve(file.toString().substring(0, 2)).resolve(file.toString());
    }

    /** {@return the ALTO file of a page, which may not exist} */
    public Path alto(UUID file, int page) {
        return of(file).resolve(Reading.altoName(page));
    }

    /** {@return the file that tells how a page was scanned, which may not exist} */
    public Path measureFile(UUID file, int page) {
        return of(file).resolve(Reading.measureName(page));
    }

    /** {@return how a page was scanned, when it is a scan that could be drawn} */
    public Optional<PageMeasure> measure(UUID file, int page) {
        var measured = measureFile(file, page);
        try {
            return Files.exists(measured)
                    ? Optional.of(JSON.readValue(measured.toFile(), PageMeasure.class))
                    : Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** {@return the text of a page, when it has been read} */
    public Optional<PageText> page(UUID file, int page) {
        var alto = alto(file, page);
        if (!Files.exists(alto)) {
            return Optional.empty();
        }
        try (var in = Files.newInputStream(alto)) {
            return Optional.of(Alto.read(in));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** {@return what was read of a page before people corrected it; it exists only when they did} */
    public Path asRead(UUID file, int page) {
        return of(file).resolve("as-read").resolve(Reading.altoName(page));
    }

    /** Puts a corrected text in the place of a page's; what was read first is kept. */
    public void correct(UUID file, int page, PageText text) {
        var kept = asRead(file, page);
        try {
            if (!Files.exists(kept)) {
                Files.createDirectories(kept.getParent());
                var fresh = kept.resolveSibling(kept.getFileName() + ".new");
                Files.copy(alto(file, page), fresh, StandardCopyOption.REPLACE_EXISTING);
                Files.move(fresh, kept, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        replace(file, page, text);
    }

    /** Forgets that a page was corrected, because it has been read again. */
    void readAgain(UUID file, int page) {
        try {
            Files.deleteIfExists(asRead(file, page));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Puts another text in the place of a page's; whoever reads sees the one or the other. */
    void replace(UUID file, int page, PageText text) {
        var alto = alto(file, page);
        var fresh = alto.resolveSibling(alto.getFileName() + ".new");
        try {
            try (var out = Files.newOutputStream(fresh)) {
                Alto.write(text, out);
            }
            Files.move(fresh, alto, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** {@return the text of a file without pages, empty when it has none} */
    public String text(UUID file) {
        return read(of(file).resolve(Reading.TEXT));
    }

    /**
     * {@return the first characters of the text of a file without pages, empty when it has none}
     *
     * @param most how many at most
     */
    public String beginning(UUID file, int most) {
        var text = of(file).resolve(Reading.TEXT);
        if (!Files.exists(text)) {
            return "";
        }
        try (var in = Files.newBufferedReader(text)) {
            var characters = new char[most];
            var length = 0;
            for (var more = in.read(characters); more > 0; more = in.read(characters, length, most - length)) {
                length += more;
            }
            return new String(characters, 0, length);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** {@return the structured text of a file without pages, as safe XHTML, empty when it has none} */
    public String html(UUID file) {
        return read(of(file).resolve(Reading.HTML));
    }

    /** Removes the results of a file whose documents are filed; they lie in the archive then. */
    public void forget(UUID file) {
        try (var walk = Files.walk(of(file))) {
            for (var path : walk.toList().reversed()) {
                Files.delete(path);
            }
        } catch (NoSuchFileException gone) {
            LOG.log(Level.DEBUG, "results of {0} are gone already", file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** {@return the files that have results here} */
    public List<UUID> known() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (var folders =
                Files.find(root, 2, (path, _) -> root.relativize(path).getNameCount() == 2)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> ID.matcher(name).matches())
                    .map(UUID::fromString)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
