package lantai.ingest.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;

/** Makes PDFs: with text, of scanned pages, locked. Not safe for threads: the parsed font is shared by its documents. */
final class PdfFiles implements AutoCloseable {
    private static final float POINTS = 72 / 25.4f;

    private final TrueTypeFont font;

    PdfFiles() throws IOException {
        this.font = new TTFParser().parse(new RandomAccessReadBuffer(Face.noto().bytes()));
        font.setEnableGsub(false);
    }

    /** {@return a PDF that was printed from a computer} */
    Made text(Paper paper) throws IOException {
        try (var document = new PDDocument()) {
            var lines = fill(document, paper);
            return new Made(
                    saved(document, paper), "application/pdf", paper.pages().size(), lines);
        }
    }

    /** {@return the same as text, but nobody opens it without the password; RC4, because AES would draw random bytes} */
    byte[] locked(Paper paper, String password) throws IOException {
        try (var document = new PDDocument()) {
            fill(document, paper);
            var policy = new StandardProtectionPolicy(password + "-owner", password, new AccessPermission());
            policy.setEncryptionKeyLength(128);
            policy.setPreferAES(false);
            document.protect(policy);
            return saved(document, paper);
        }
    }

    /** {@return a PDF whose pages are nothing but these JPEG scans} */
    byte[] scanned(Paper paper, List<byte[]> scans) throws IOException {
        try (var document = new PDDocument()) {
            for (var scan : scans) {
                var image = JPEGFactory.createFromByteArray(document, scan);
                var size = new PDRectangle(
                        (float) paper.size().width() * POINTS,
                        (float) paper.size().height() * POINTS);
                var page = new PDPage(size);
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.drawImage(image, 0, 0, size.getWidth(), size.getHeight());
                }
            }
            return saved(document, paper);
        }
    }

    private List<String> fill(PDDocument document, Paper paper) throws IOException {
        var embedded = PDType0Font.load(document, font, true);
        var lines = new ArrayList<String>();
        for (var number = 1; number <= paper.pages().size(); number++) {
            var size = paper.size();
            var page = new PDPage(new PDRectangle((float) size.width() * POINTS, (float) size.height() * POINTS));
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                lines.addAll(paper.draw(number, new PdfSheet(content, embedded, size.height())));
            }
        }
        return lines;
    }

    private static byte[] saved(PDDocument document, Paper paper) throws IOException {
        var facts = paper.facts();
        var information = document.getDocumentInformation();
        information.setTitle(facts.title());
        information.setAuthor(Sample.AGENCY);
        information.setSubject(Sample.MARK);
        information.setCreationDate(calendar(facts.date()));
        var id = new COSString(
                String.format("%08x%08x", facts.title().hashCode(), facts.date().toEpochDay()));
        var ids = new COSArray();
        ids.add(id);
        ids.add(id);
        document.getDocument().setDocumentID(ids);
        var bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    private static GregorianCalendar calendar(LocalDate day) {
        return GregorianCalendar.from(day.atTime(9, 30).atZone(ZoneOffset.ofHours(8)));
    }

    @Override
    public void close() throws IOException {
        font.close();
    }
}
