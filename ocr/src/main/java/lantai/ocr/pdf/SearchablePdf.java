package lantai.ocr.pdf;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javax.xml.transform.TransformerException;
import lantai.ocr.PageText;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.xmpbox.XMPMetadata;
import org.apache.xmpbox.type.BadFieldValueException;
import org.apache.xmpbox.xml.XmpSerializer;

/**
 * Writes scans and what was read on them as PDF/A-2u. The scan's own compressed stream is taken over where a PDF can hold
 * it (JPEG, PNG, CCITT; JPEG 2000 and JBIG2 out of a PDF); otherwise it is packed without loss. The file is larger than
 * the scans by the text, one font without shapes and one colour profile only. The same input gives the same bytes.
 */
public final class SearchablePdf {

    private static final double POINTS = 72;

    /**
     * One page.
     *
     * @param scan as it came from the scanner, not turned
     * @param text read on it; its rotation turns the page for the reader, its dpi gives the page's size
     */
    public record Page(ScanSource scan, PageText text) {}

    private SearchablePdf() {}

    /**
     * Writes the document. The stream is left open.
     *
     * @param title of the document, as its properties show it
     * @throws IOException when a scan cannot be read or the stream fails
     */
    public static void write(String title, List<Page> pages, OutputStream out) throws IOException {
        try (var document = new PDDocument();
                var scans = new ScanImages(document)) {
            var font = new InvisibleFont();
            for (Page page : pages) {
                add(document, page, scans, font);
            }
            font.embed(document);
            describe(document, title);
            document.setDocumentId((long) title.hashCode() * 31 + pages.size());
            document.save(out);
        }
    }

    private static void add(PDDocument document, Page page, ScanImages scans, InvisibleFont font) throws IOException {
        PageText text = page.text();
        boolean onSide = text.rotation() % 180 != 0;
        double scale = POINTS / text.dpi();
        float width = (float) ((onSide ? text.height() : text.width()) * scale);
        float height = (float) ((onSide ? text.width() : text.height()) * scale);
        var sheet = new PDPage(new PDRectangle(width, height));
        sheet.setRotation(text.rotation());
        document.addPage(sheet);
        PDImageXObject image = scans.image(page.scan(), text.dpi());
        sheet.setResources(resources(font));
        byte[] layer = new TextLayer(text, font).operators();
        try (var content = new PDPageContentStream(document, sheet)) {
            content.drawImage(image, 0, 0, width, height);
        }
        try (var content = new PDPageContentStream(document, sheet, PDPageContentStream.AppendMode.APPEND, true)) {
            raw(content, layer);
        }
    }

    private static PDResources resources(InvisibleFont font) {
        var fonts = new COSDictionary();
        fonts.setItem(InvisibleFont.NAME, font.font());
        var resources = new COSDictionary();
        resources.setItem(COSName.FONT, fonts);
        return new PDResources(resources);
    }

    @SuppressWarnings("deprecation") // the only way to write operators that PDFBox would check against the font
    private static void raw(PDPageContentStream content, byte[] operators) throws IOException {
        content.appendRawCommands(operators);
    }

    private static void describe(PDDocument document, String title) throws IOException {
        document.getDocumentInformation().setTitle(title);
        var profile = new ByteArrayInputStream(
                ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        var intent = new PDOutputIntent(document, profile);
        intent.setInfo("sRGB IEC61966-2.1");
        intent.setOutputCondition("sRGB IEC61966-2.1");
        intent.setOutputConditionIdentifier("sRGB IEC61966-2.1");
        intent.setRegistryName("http://www.color.org");
        document.getDocumentCatalog().addOutputIntent(intent);
        var metadata = new PDMetadata(document);
        metadata.importXMPMetadata(xmp(title));
        document.getDocumentCatalog().setMetadata(metadata);
    }

    private static byte[] xmp(String title) throws IOException {
        XMPMetadata xmp = XMPMetadata.createXMPMetadata();
        xmp.createAndAddDublinCoreSchema().setTitle(title);
        var identification = xmp.createAndAddPDFAIdentificationSchema();
        var bytes = new ByteArrayOutputStream();
        try {
            identification.setPart(2);
            identification.setConformance("U");
            new XmpSerializer().serialize(xmp, bytes, true);
        } catch (BadFieldValueException | TransformerException e) {
            throw new IOException("the properties of the document cannot be written", e);
        }
        return bytes.toByteArray();
    }
}
