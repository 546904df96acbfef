package lantai.ingest.derive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import lantai.ingest.reader.FileKind;
import lantai.ingest.reader.PageImage;
import lantai.ingest.reader.PageRequest;
import lantai.ingest.reader.Readers;
import lantai.ingest.reader.ReadingState;
import lantai.problem.Refused;

/**
 * Pictures of pages for the screen, kept by the content they were made from. Two callers for one page wait for one
 * picture. Thread-safe.
 */
public final class PagePictures {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final Readers readers;
    private final ConcurrentHashMap<String, Object> making = new ConcurrentHashMap<>();

    public PagePictures(Path folder, Readers readers) {
        this.folder = folder;
        this.readers = readers;
    }

    /**
     * A picture of a page.
     *
     * @param file JPEG, at most 3500 pixels long
     * @param thumbnail JPEG, at most 320 pixels long
     * @param facts its size, and the size of the page in the measure of its text
     */
    public record Picture(Path file, Path thumbnail, PageImage facts) {}

    /**
     * Finds or makes the picture of a page.
     *
     * @param sha256 of the content
     * @param content where the content lies now
     * @param page from 1
     * @param turn degrees clockwise to turn the source
     * @throws Refused when no picture can be made of it, with the code of the reading state
     */
    public Picture picture(String sha256, Path content, FileKind kind, int page, int turn) {
        var key = sha256 + "/" + page + "/" + turn;
        var base = folder.resolve(sha256.substring(0, 2)).resolve(sha256);
        var name = "page-%04d-%03d".formatted(page, turn);
        var facts = base.resolve(name + ".json");
        var picture = base.resolve(name + ".jpg");
        var thumbnail = base.resolve(name + "-small.jpg");
        try {
            Files.createDirectories(base);
            synchronized (making.computeIfAbsent(key, _ -> new Object())) {
                var image = known(facts, picture).orElseGet(() -> {
                    var made = readers.pageImage(new PageRequest(content, kind, page), turn, picture, thumbnail);
                    remember(facts, made);
                    return made;
                });
                if (image.state() != ReadingState.READ) {
                    throw new Refused(DeriveProblem.NO_PICTURE, image.state().code());
                }
                return new Picture(picture, thumbnail, image);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            making.remove(key);
        }
    }

    private static Optional<PageImage> known(Path facts, Path picture) throws IOException {
        if (!Files.exists(facts) || !Files.exists(picture)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(facts), PageImage.class));
        } catch (JsonProcessingException cutOff) {
            return Optional.empty();
        }
    }

    private static void remember(Path facts, PageImage image) {
        try {
            if (image.state() == ReadingState.READ) {
                Files.write(facts, JSON.writeValueAsBytes(image));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
