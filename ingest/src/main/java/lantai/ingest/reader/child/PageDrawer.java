package lantai.ingest.reader.child;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.FileImageOutputStream;
import lantai.ingest.reader.FileKind;
import lantai.ingest.reader.PageImage;
import lantai.ingest.reader.ReadingState;
import lantai.ingest.reader.wire.Job;
import lantai.ingest.reader.wire.Line;
import lantai.ingest.reader.wire.Raster;

/** Draws pages: as JPEG for people, as plain pixels for OCR. */
final class PageDrawer {
    private static final int PICTURE = 3500;
    private static final int THUMBNAIL = 320;
    private static final float QUALITY = 0.85f;
    private static final long MOST_PIXELS = 36_000_000;
    private static final int USUAL_DPI = 300;

    private final Fonts fonts;

    PageDrawer(Fonts fonts) {
        this.fonts = fonts;
    }

    PageImage picture(Job.Picture job) {
        return drawn(() -> {
            var page = render(ReaderMain.path(job.file()), job.kind(), job.page());
            var image = Turning.clockwise(Turning.shrunk(page.image(), PICTURE), job.turn());
            jpeg(image, ReaderMain.path(job.picture()));
            jpeg(Turning.shrunk(image, THUMBNAIL), ReaderMain.path(job.thumbnail()));
            return told(page, image, job.turn());
        });
    }

    PageImage scan(Job.Scan job) {
        return drawn(() -> {
            var page = render(ReaderMain.path(job.file()), job.kind(), job.page());
            if (!page.broken().isEmpty()) {
                throw new Unreadable(ReadingState.DAMAGED, page.broken());
            }
            var image = Turning.clockwise(page.image(), job.turn());
            var raster = new Raster(image, page.dpi() > 0 ? page.dpi() : USUAL_DPI).plain();
            if (job.measure() != null) {
                var measure = Measuring.of(raster.image(), page.capture());
                Files.writeString(ReaderMain.path(job.measure()), Line.of(measure));
            }
            raster.write(ReaderMain.path(job.raster()));
            return told(page, image, job.turn());
        });
    }

    private static PageImage told(Rendered page, BufferedImage image, int turn) {
        var turned = turn % 180 != 0;
        return new PageImage(
                ReadingState.READ,
                "",
                image.getWidth(),
                image.getHeight(),
                turned ? page.fullHeight() : page.fullWidth(),
                turned ? page.fullWidth() : page.fullHeight(),
                page.dpi());
    }

    private static PageImage drawn(Drawing drawing) {
        try {
            return drawing.draw();
        } catch (Exception | StackOverflowError | LinkageError e) {
            var named = Failures.named(e);
            var reason = named.getMessage();
            return PageImage.failed(named.state(), reason == null ? "" : reason);
        }
    }

    private Rendered render(Path file, FileKind kind, int page) throws Exception {
        return switch (kind) {
            case IMAGE -> image(file, page);
            case PDF -> PdfPicture.render(file, page, MOST_PIXELS);
            case OFD -> new OfdPicture(fonts).render(file, page, MOST_PIXELS);
            case DOCUMENT, AUDIO, VIDEO, ARCHIVE, OTHER ->
                throw new Unreadable(ReadingState.UNSUPPORTED, "has no pages");
        };
    }

    private static Rendered image(Path file, int page) throws IOException, Unreadable {
        var facts = PictureFacts.read(file);
        try (var pictures = Pictures.open(file)) {
            var size = pictures.size(page);
            var image = Turning.exif(pictures.decode(page, MOST_PIXELS), facts.orientation());
            var dpi = facts.dpi() * image.getWidth() / (facts.isTurned() ? size.height : size.width);
            var capture = Rendered.Capture.of(image, size.width, size.height, facts.dpi());
            return facts.isTurned()
                    ? new Rendered(image, size.height, size.width, dpi, capture)
                    : new Rendered(image, size.width, size.height, dpi, capture);
        }
    }

    private static void jpeg(BufferedImage image, Path file) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var out = new FileImageOutputStream(file.toFile())) {
            var parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
    }

    private interface Drawing {
        PageImage draw() throws Exception;
    }
}
