package lantai.web.inbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Small invented files to be handed in. */
public final class Papers {
    private Papers() {}

    /** {@return a PDF with one line of text on each page} */
    public static byte[] pdf(String line, int pages) {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            for (var number = 1; number <= pages; number++) {
                var page = new PDPage();
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 14);
                    content.newLineAtOffset(72, 700);
                    content.showText(line + ", page " + number);
                    content.endText();
                }
            }
            document.save(out);
            return out.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** {@return something that calls itself a PDF and breaks off} */
    static byte[] damaged() {
        return "%PDF-1.7\n1 0 obj\n<< /Type /Catalog".getBytes(StandardCharsets.US_ASCII);
    }

    /** Writes a folder of good files and one bad one. */
    static void folder(Path folder, int good) throws IOException {
        Files.createDirectories(folder.resolve("门诊"));
        for (var number = 1; number <= good; number++) {
            var place = number % 2 == 0 ? folder : folder.resolve("门诊");
            Files.write(
                    place.resolve("样例-%02d.pdf".formatted(number)), pdf("Sample receipt " + number, 1 + number % 3));
        }
        Files.write(folder.resolve("打不开.pdf"), damaged());
    }
}
