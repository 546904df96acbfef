package lantai.ingest.derive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
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

    /** How exact the time of the last use is. */
    private static final Duration USE_MARK = Duration.ofMinutes(10);

    private final Path folder;
    private final Readers readers;
    private final InstantSource clock;
    private final ConcurrentHashMap<String, Object> making = new ConcurrentHashMap<>();

    public PagePictures(Path folder, Readers readers, InstantSource clock) {
        this.clock = clock;
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
                var kept = known(facts, picture, thumbnail);
                kept.ifPresent(_ -> use(picture, thumbnail, facts));
                var image = kept.orElseGet(() -> {
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

    private static Optional<PageImage> known(Path facts, Path picture, Path thumbnail) throws IOException {
        if (!Files.exists(facts) || !Files.exists(picture) || !Files.exists(thumbnail)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(facts), PageImage.class));
        } catch (JsonProcessingException cutOff) {
            return Optional.empty();
        }
    }

    /** Marks what is used, because what has not been used for longest is thrown away when there is too much. */
    private void use(Path... files) {
        var now = clock.instant();
        try {
            for (var file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(USE_MARK))) {
                    Files.setLastModifiedTime(file, FileTime.from(now));
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
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
