package lantai.ocr.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;
import lantai.ocr.OcrException;
import lantai.ocr.onnx.OnnxEngine;
import lantai.ocr.onnx.OnnxSettings;

/** The engine in a bare loop, as a measure for reading pages through the archive: decodes pictures, reads them, no more. */
public final class BareLoop {
    private static final int DPI = 200;

    private BareLoop() {}

    /**
     * Reads the last picture once to warm up and then all of them, and prints the seconds that this took.
     *
     * @param arguments how many threads, then the pictures
     */
    public static void main(String[] arguments)
            throws OcrException, IOException, InterruptedException, ExecutionException {
        var threads = Integer.parseInt(arguments[0]);
        var pictures = Arrays.stream(arguments).skip(1).map(Path::of).toList();
        try (var engine = new OnnxEngine(OnnxSettings.DEFAULT);
                var pool = Executors.newFixedThreadPool(threads)) {
            for (var warmUp = 0; warmUp < threads; warmUp++) {
                read(engine, pictures.getLast());
            }
            List<Callable<Boolean>> pages = new ArrayList<>();
            pictures.forEach(picture -> pages.add(() -> read(engine, picture)));
            var start = System.nanoTime();
            for (var page : pool.invokeAll(pages)) {
                page.get();
            }
            System.out.println((System.nanoTime() - start) / 1e9);
        }
    }

    private static boolean read(OnnxEngine engine, Path picture) throws IOException, OcrException {
        var image = ImageIO.read(picture.toFile());
        if (image == null) {
            throw new IOException("not a picture: " + picture);
        }
        return !engine.read(image, DPI).lines().isEmpty();
    }
}
