package lantai.ingest.reader.child;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import lantai.ingest.reader.FileKind;
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
        var file = ReaderMain.path(job.file());
        var facts = job.kind() == FileKind.IMAGE ? PictureFacts.read(file) : PictureFacts.NONE;
        var frames = frames(job, file);
        var pages = new ArrayList<SearchablePdf.Page>();
        for (var i = 0; i < job.altos().size(); i++) {
            var text = text(ReaderMain.path(job.altos().get(i)));
            pages.add(
                    switch (job.kind()) {
                        case PDF -> new SearchablePdf.Page(new ScanSource.PdfPage(file, i), text);
                        case IMAGE ->
                            facts.isMirrored()
                                    ? new SearchablePdf.Page(redrawn(file, i, facts, drawn), text)
                                    : new SearchablePdf.Page(
                                            new ScanSource.PictureFile(file, frames.get(i)),
                                            turned(text, facts.degrees()));
                        case OFD -> new SearchablePdf.Page(ofd(file, i, drawn), text);
                        case DOCUMENT, AUDIO, VIDEO, ARCHIVE, OTHER ->
                            throw new Unreadable(ReadingState.UNSUPPORTED, "has no pages");
                    });
        }
        return pages;
    }

    private static List<Integer> frames(Job.Searchable job, Path file) throws IOException, Unreadable {
        if (job.kind() != FileKind.IMAGE) {
            return List.of();
        }
        try (var pictures = Pictures.open(file)) {
            if (pictures.count() < job.altos().size()) {
                throw new Unreadable(
                        ReadingState.DAMAGED, "has no page " + job.altos().size());
            }
            return pictures.frames();
        }
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
                text.engine(),
                text.modelDigest());
    }

    private static ScanSource redrawn(Path file, int index, PictureFacts facts, List<Path> drawn)
            throws IOException, Unreadable {
        try (var pictures = Pictures.open(file)) {
            return png(
                    new Rendered(Turning.exif(pictures.decode(index + 1, MOST_PIXELS), facts.orientation()), 0, 0, 0),
                    drawn);
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
