package lantai.ocr.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import lantai.ocr.OcrException;

/**
 * One generation of PP-OCR: a detection model, a recognition model and the characters that the latter knows, in the order
 * of its classes.
 */
public final class Models {

    private final byte[] detection;
    private final byte[] recognition;
    private final List<String> characters;
    private final String digest;

    private Models(byte[] detection, byte[] recognition, byte[] characters) {
        this.detection = detection;
        this.recognition = recognition;
        this.characters = new String(characters, StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.strip().isEmpty() ? " " : line.strip())
                .toList();
        this.digest = digest(detection, recognition, characters);
    }

    /**
     * The models that come with the program.
     *
     * @throws OcrException when they are not on the class path
     */
    public static Models bundled() throws OcrException {
        try {
            return new Models(
                    resource("ch_PP-OCRv4_det_infer.onnx"),
                    resource("ch_PP-OCRv4_rec_infer.onnx"),
                    resource("ppocr_keys_v1.txt"));
        } catch (IOException e) {
            throw new OcrException("the bundled reading models cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * The models in a folder: {@code det.onnx}, {@code rec.onnx} and {@code keys.txt} (UTF-8, one character a line).
     *
     * @throws OcrException when one of the three cannot be read
     */
    public static Models in(Path folder) throws OcrException {
        try {
            return new Models(
                    Files.readAllBytes(folder.resolve("det.onnx")),
                    Files.readAllBytes(folder.resolve("rec.onnx")),
                    Files.readAllBytes(folder.resolve("keys.txt")));
        } catch (IOException e) {
            throw new OcrException(
                    "no reading models in \"" + folder + "\", expected det.onnx, rec.onnx and keys.txt", e);
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Models.class.getResourceAsStream("/models/" + name)) {
            if (in == null) {
                throw new NoSuchFileException("/models/" + name);
            }
            return in.readAllBytes();
        }
    }

    private static String digest(byte[]... parts) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                sha256.update(part);
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    byte[] detection() {
        return detection;
    }

    byte[] recognition() {
        return recognition;
    }

    List<String> characters() {
        return characters;
    }

    /** SHA-256 over the three files, in hexadecimal. */
    public String digest() {
        return digest;
    }
}
