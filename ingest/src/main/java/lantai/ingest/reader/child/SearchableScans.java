package lantai.ingest.reader.child;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import lantai.ingest.reader.Outcome;
import lantai.ingest.reader.ReadingState;
import lantai.ingest.reader.wire.Job;
import lantai.ocr.Alto;
import lantai.ocr.PageText;
import lantai.ocr.pdf.ScanSource;
import lantai.ocr.pdf.SearchablePdf;

/** Makes a searchable PDF/A of scans and their ALTO pages, with the scans' own streams where that can be. */
final class SearchableScans {
    private static final long MOST_PIXELS = 36_000_000;

    private final Fonts fonts;

    SearchableScans(Fonts fonts) {
        this.fonts = fonts;
    }

    Outcome write(Job.Searchable job) {
        var drawn = new ArrayList<Path>();
        try (var out = new BufferedOutputStream(Files.newOutputStream(ReaderMain.path(job.pdf())))) {
            SearchablePdf.write(job.title(), pages(job, drawn), out);
            return new Outcome(ReadingState.READ, "");
        } catch (Exception | StackOverflowError | LinkageError e) {
            var named = Failures.named(e);
            var reason = named.getMessage();
            return new Outcome(named.state(), reason == null ? "" : reason);
        } finally {
            drawn.forEach(SearchableScans::delete);
        }
    }

    private List<SearchablePdf.Page> pages(Job.Searchable job, List<Path> drawn) throws Exception {
        var pictures = new HashMap<Path, PictureFile>();
        var pages = new ArrayList<SearchablePdf.Page>();
        for (var page : job.pages()) {
            var file = ReaderMain.path(page.file());
            var text = text(ReaderMain.path(page.alto()));
            var index = page.page() - 1;
            pages.add(
                    switch (page.kind()) {
                        case PDF -> new SearchablePdf.Page(new ScanSource.PdfPage(file, index), text);
                        case IMAGE -> {
                            if (!pictures.containsKey(file)) {
                                pictures.put(file, PictureFile.read(file));
                            }
                            yield picture(file, index, Objects.requireNonNull(pictures.get(file)), text, drawn);
                        }
                        case OFD -> new SearchablePdf.Page(ofd(file, index, drawn), text);
                        case DOCUMENT, AUDIO, VIDEO, ARCHIVE, OTHER ->
                            throw new Unreadable(ReadingState.UNSUPPORTED, "has no pages");
                    });
        }
        return pages;
    }

    /** What is known of a picture file: how EXIF turns it, and which of its frames are pages. */
    private record PictureFile(PictureFacts facts, List<Integer> frames) {
        static PictureFile read(Path file) throws IOException, Unreadable {
            try (var pictures = Pictures.open(file)) {
                return new PictureFile(PictureFacts.read(file), pictures.frames());
            }
        }
    }

    private static SearchablePdf.Page picture(Path file, int index, PictureFile known, PageText text, List<Path> drawn)
            throws IOException, Unreadable {
        if (index >= known.frames().size()) {
            throw new Unreadable(ReadingState.DAMAGED, "has no page " + (index + 1));
        }
        return known.facts().isMirrored()
                ? new SearchablePdf.Page(redrawn(file, index, known.facts(), drawn), text)
                : new SearchablePdf.Page(
                        new ScanSource.PictureFile(file, known.frames().get(index)),
                        turned(text, known.facts().degrees()));
    }

    private static PageText text(Path alto) throws IOException {
        try (var in = Files.newInputStream(alto)) {
            return Alto.read(in);
        }
    }

    /** The text was read on the picture as EXIF turns it; the PDF shows the bare stream. */
    private static PageText turned(PageText text, int degrees) {
        return new PageText(
                text.width(),
                text.height(),
                text.dpi(),
                (text.rotation() + degrees) % 360,
                text.lines(),
                text.blocks(),
                text.engine(),
                text.modelDigest());
    }

    private static ScanSource redrawn(Path file, int index, PictureFacts facts, List<Path> drawn)
            throws IOException, Unreadable {
        try (var pictures = Pictures.open(file)) {
            var image = Turning.exif(pictures.decode(index + 1, MOST_PIXELS), facts.orientation());
            return png(new Rendered(image, 0, 0, 0, Rendered.Capture.of(image, 0, 0, 0)), drawn);
        }
    }

    private ScanSource ofd(Path file, int index, List<Path> drawn) throws IOException, Unreadable {
        return png(new OfdPicture(fonts).render(file, index + 1, MOST_PIXELS), drawn);
    }

    private static ScanSource png(Rendered page, List<Path> drawn) throws IOException {
        var file = Files.createTempFile("page", ".png");
        drawn.add(file);
        ImageIO.write(page.image(), "png", file.toFile());
        return new ScanSource.PictureFile(file, 0);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // the server empties the temporary folder
        }
    }
}
