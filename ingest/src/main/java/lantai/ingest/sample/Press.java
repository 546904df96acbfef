package lantai.ingest.sample;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Turns papers into files: prints them, scans them. Not safe for threads. */
final class Press implements AutoCloseable {
    private static final double QUALITY = 0.72;

    private final PdfFiles pdfs;

    Press() throws IOException {
        this.pdfs = new PdfFiles();
    }

    PdfFiles pdfs() {
        return pdfs;
    }

    Made jpeg(Paper paper, Look look) throws IOException {
        var lines = new ArrayList<String>();
        var image = scan(paper, 1, look, lines);
        return new Made(Pictures.jpeg(image, look.dpi(), QUALITY), "image/jpeg", 1, lines);
    }

    Made png(Paper paper, Look look) throws IOException {
        var lines = new ArrayList<String>();
        var image = scan(paper, 1, look, lines);
        return new Made(Pictures.png(image, look.dpi()), "image/png", 1, lines);
    }

    Made tiff(Paper paper, Look look) throws IOException {
        var lines = new ArrayList<String>();
        var images = new ArrayList<BufferedImage>();
        for (var number = 1; number <= paper.pages().size(); number++) {
            images.add(scan(paper, number, look.numbered(number), lines));
        }
        return new Made(Pictures.tiff(images, look.dpi()), "image/tiff", images.size(), lines);
    }

    Made scannedPdf(Paper paper, Look look) throws IOException {
        var lines = new ArrayList<String>();
        var scans = new ArrayList<byte[]>();
        for (var number = 1; number <= paper.pages().size(); number++) {
            scans.add(Pictures.jpeg(scan(paper, number, look.numbered(number), lines), look.dpi(), QUALITY));
        }
        return new Made(pdfs.scanned(paper, scans), "application/pdf", scans.size(), lines);
    }

    Made pdf(Paper paper) throws IOException {
        return pdfs.text(paper);
    }

    Made ofd(Paper paper) throws IOException {
        return OfdFile.of(paper);
    }

    private static BufferedImage scan(Paper paper, int number, Look look, List<String> lines) {
        var sheet = new ScanSheet(paper.size(), look);
        lines.addAll(paper.draw(number, sheet));
        return sheet.scan();
    }

    @Override
    public void close() throws IOException {
        pdfs.close();
    }
}
