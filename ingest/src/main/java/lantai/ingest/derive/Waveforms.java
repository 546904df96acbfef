package lantai.ingest.derive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import lantai.ingest.reader.Readers;
import lantai.ingest.reader.ReadingState;
import lantai.ingest.reader.Waveform;

/**
 * How loud recordings are, kept beside the pictures of pages by the content they were made from; all of it can be made again.
 * That a recording cannot be decoded is kept as well. Two callers for one recording wait for one answer. Thread-safe.
 */
public final class Waveforms {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAME = "waveform.json";

    private final Path folder;
    private final Readers readers;
    private final ConcurrentHashMap<String, Object> making = new ConcurrentHashMap<>();

    /** @param folder where {@link PagePictures} keeps what it makes */
    public Waveforms(Path folder, Readers readers) {
        this.folder = folder;
        this.readers = readers;
    }

    /** {@return what is known already of a content} */
    public Optional<Waveform> known(String sha256) {
        var kept = file(sha256);
        try {
            return Files.exists(kept)
                    ? Optional.of(JSON.readValue(Files.readAllBytes(kept), Waveform.class))
                    : Optional.empty();
        } catch (JsonProcessingException cutOff) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Finds it or listens to the whole recording, within the limits of a reader.
     *
     * @param content where the content lies now
     */
    public Waveform of(String sha256, Path content) {
        try {
            synchronized (making.computeIfAbsent(sha256, _ -> new Object())) {
                return known(sha256).orElseGet(() -> listen(sha256, content));
            }
        } finally {
            making.remove(sha256);
        }
    }

    private Waveform listen(String sha256, Path content) {
        var heard = readers.waveform(content);
        if (heard.state() == ReadingState.CRASHED) {
            return heard;
        }
        var kept = file(sha256);
        try {
            Files.createDirectories(kept.getParent());
            var fresh = Files.createTempFile(kept.getParent(), "waveform", ".part");
            Files.write(fresh, JSON.writeValueAsBytes(heard));
            Files.move(fresh, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return heard;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path file(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256).resolve(NAME);
    }
}
