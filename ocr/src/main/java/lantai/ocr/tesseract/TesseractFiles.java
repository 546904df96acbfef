package lantai.ocr.tesseract;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import lantai.ocr.OcrException;
import net.sourceforge.tess4j.TessAPI;

/** Lays Tesseract's library and language data into a folder and loads the library from there. */
final class TesseractFiles {

    private static final String LANGUAGE_DATA = "chi_sim.traineddata";
    private static final List<String> LIBRARIES = List.of(
            "/org/bytedeco/leptonica/linux-x86_64/libgomp.so.1",
            "/org/bytedeco/leptonica/linux-x86_64/libleptonica.so.6",
            "/org/bytedeco/tesseract/linux-x86_64/libtesseract.so.5.5");

    private final Path folder;
    private final String digest;

    /** Fills {@code folder}, which must exist. */
    TesseractFiles(Path folder) throws OcrException {
        this.folder = folder;
        try {
            this.digest = unpackLanguage(folder.resolve(LANGUAGE_DATA));
            if (Platform.isLinux() && Platform.isIntel() && Platform.is64Bit()) {
                for (String library : LIBRARIES) {
                    unpack(library, folder.resolve(library.substring(library.lastIndexOf('/') + 1)));
                }
                link(folder.resolve("libtesseract.so"), Path.of("libtesseract.so.5.5"));
            }
        } catch (IOException e) {
            throw new OcrException("Tesseract cannot be laid into \"" + folder + "\": " + e.getMessage(), e);
        }
    }

    private static void link(Path link, Path target) throws IOException {
        if (!Files.exists(link)) {
            Files.createSymbolicLink(link, target);
        }
    }

    /** Folder with the language data. */
    Path folder() {
        return folder;
    }

    /** SHA-256 of the language data, in hexadecimal. */
    String digest() {
        return digest;
    }

    /**
     * Loads the library once for the whole process.
     *
     * @throws OcrException when there is none for this machine
     */
    TessAPI load() throws OcrException {
        try {
            if (Platform.isLinux()) {
                // Tesseract's own threads only get in each other's way; libgomp reads this when it is loaded.
                Function.getFunction("c", "setenv").invokeInt(new Object[] {"OMP_THREAD_LIMIT", "1", 1});
            }
            NativeLibrary.addSearchPath("tesseract", folder.toString());
            return TessAPI.INSTANCE;
        } catch (LinkageError | RuntimeException e) {
            throw new OcrException("Tesseract has no library for this machine: " + e.getMessage(), e);
        }
    }

    private static void unpack(String resource, Path file) throws IOException {
        try (InputStream in = open(resource)) {
            place(in.readAllBytes(), file);
        }
    }

    // Another process may be running from the same folder: a file in use is replaced whole, or left when it is the
    // same.
    private static void place(byte[] content, Path file) throws IOException {
        if (Files.isRegularFile(file) && Files.size(file) == content.length) {
            return;
        }
        Path fresh = Files.createTempFile(file.getParent(), "tesseract", ".part");
        Files.write(fresh, content);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String unpackLanguage(Path file) throws IOException {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            try (InputStream packed = open("/lantai/ocr/tesseract/" + LANGUAGE_DATA + ".gz");
                    InputStream in = new DigestInputStream(new GZIPInputStream(packed), sha256)) {
                place(in.readAllBytes(), file);
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static InputStream open(String resource) throws IOException {
        InputStream in = TesseractFiles.class.getResourceAsStream(resource);
        if (in == null) {
            throw new NoSuchFileException(resource);
        }
        return in;
    }
}
