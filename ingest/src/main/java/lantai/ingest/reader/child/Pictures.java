package lantai.ingest.reader.child;

import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import lantai.ingest.reader.ReadingState;

/** The pages of a picture file: JPEG, PNG, GIF, BMP and TIFF. */
final class Pictures implements AutoCloseable {
    private static final Set<String> DECODED = Set.of("jpeg", "png", "gif", "bmp", "tif", "wbmp");
    private static final long MOST_PIXELS = 400_000_000;
    private static final int MOST_PAGES = 2000;
    private static final Pattern MISSING = Pattern.compile("(?i)premature|truncated|end of (file|input|image)");

    private final ImageInputStream stream;
    private final ImageReader reader;
    private final List<Integer> pages;

    private Pictures(ImageInputStream stream, ImageReader reader, List<Integer> pages) {
        this.stream = stream;
        this.reader = reader;
        this.pages = pages;
    }

    static boolean isDecodable(Path file) throws IOException {
        try (var stream = stream(file)) {
            var readers = ImageIO.getImageReaders(stream);
            return readers.hasNext() && isDecoded(readers.next());
        }
    }

    private static boolean isDecoded(ImageReader reader) throws IOException {
        return DECODED.contains(reader.getFormatName().toLowerCase(Locale.ROOT))
                || reader.getFormatName().toLowerCase(Locale.ROOT).equals("tiff");
    }

    private static ImageInputStream stream(Path file) throws IOException {
        ImageIO.setUseCache(false);
        var stream = ImageIO.createImageInputStream(file.toFile());
        if (stream == null) {
            throw new IOException("cannot be opened as a picture");
        }
        return stream;
    }

    static Pictures open(Path file) throws IOException, Unreadable {
        var stream = stream(file);
        try {
            var readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new Unreadable(ReadingState.UNSUPPORTED, "pictures of this format cannot be decoded here");
            }
            var reader = readers.next();
            reader.setInput(stream, false, false);
            var tiff = reader.getFormatName().toLowerCase(Locale.ROOT).startsWith("tif");
            return new Pictures(stream, reader, tiff ? TiffDirectories.pages(file, MOST_PAGES) : List.of(0));
        } catch (IOException | RuntimeException | Unreadable e) {
            stream.close();
            throw e;
        }
    }

    /** {@return the number of each page's picture in the file, from 0} */
    List<Integer> frames() {
        return pages;
    }

    int count() {
        return pages.size();
    }

    /** Size in pixels, before any turning; checked against what a reader can hold. */
    Dimension size(int page) throws IOException, Unreadable {
        var index = index(page);
        var size = new Dimension(reader.getWidth(index), reader.getHeight(index));
        if (size.width <= 0 || size.height <= 0) {
            throw new Unreadable(ReadingState.DAMAGED, "a page without size");
        }
        if ((long) size.width * size.height > MOST_PIXELS) {
            throw new Unreadable(ReadingState.TOO_LARGE, "a page of " + size.width + " by " + size.height + " pixels");
        }
        return size;
    }

    /** Decodes a page in small, to see whether it can be. A decoder that fills in what is missing only warns of it. */
    void probe(int page) throws IOException, Unreadable {
        var size = size(page);
        var missing = new boolean[1];
        reader.addIIOReadWarningListener((_, warning) ->
                missing[0] |= warning != null && MISSING.matcher(warning).find());
        decode(page, (long) size.width * size.height / 64 + 1);
        if (missing[0]) {
            throw new Unreadable(ReadingState.DAMAGED, "the picture ends before its end");
        }
    }

    /** {@return how many pictures an animation has, of which the first is the page; 1 for all else} */
    int moving() throws IOException {
        return reader.getFormatName().equalsIgnoreCase("gif") ? reader.getNumImages(true) : 1;
    }

    /** Decodes a page to at most so many pixels, leaving out rows and columns evenly. */
    BufferedImage decode(int page, long mostPixels) throws IOException, Unreadable {
        var size = size(page);
        var step = (int) Math.ceil(Math.sqrt((double) size.width * size.height / mostPixels));
        var parameters = reader.getDefaultReadParam();
        if (step > 1) {
            parameters.setSourceSubsampling(Math.min(step, size.width), Math.min(step, size.height), 0, 0);
        }
        try {
            return reader.read(index(page), parameters);
        } catch (IOException e) {
            return fourColours(page, parameters, e);
        }
    }

    /** ImageIO reads no JPEG in printing colours, but it gives their raster. */
    private BufferedImage fourColours(int page, ImageReadParam parameters, IOException e)
            throws IOException, Unreadable {
        if (!reader.canReadRaster() || pages.size() > 1) {
            throw e;
        }
        var raster = reader.readRaster(index(page), parameters);
        if (raster.getNumBands() != 4) {
            throw e;
        }
        var image = new BufferedImage(raster.getWidth(), raster.getHeight(), BufferedImage.TYPE_INT_RGB);
        var row = new int[raster.getWidth() * 4];
        for (var y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, row);
            for (var x = 0; x < raster.getWidth(); x++) {
                var black = row[4 * x + 3];
                var red = row[4 * x] * black / 255;
                var green = row[4 * x + 1] * black / 255;
                var blue = row[4 * x + 2] * black / 255;
                image.setRGB(x, y, red << 16 | green << 8 | blue);
            }
        }
        return image;
    }

    private int index(int page) throws Unreadable {
        if (page > pages.size()) {
            throw new Unreadable(ReadingState.DAMAGED, "has no page " + page);
        }
        return pages.get(page - 1);
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        stream.close();
    }
}
