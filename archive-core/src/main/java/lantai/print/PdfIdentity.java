package lantai.print;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.xml.transform.TransformerException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.xmpbox.XMPMetadata;
import org.apache.xmpbox.type.BadFieldValueException;
import org.apache.xmpbox.xml.XmpSerializer;

/** What makes a document say of itself that it is PDF/A-2u: colours, language, properties. */
final class PdfIdentity {
    private PdfIdentity() {}

    static void write(PDDocument document, String title) throws IOException {
        document.getDocumentInformation().setTitle(title);
        var profile = new ByteArrayInputStream(
                ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        var intent = new PDOutputIntent(document, profile);
        intent.setInfo("sRGB IEC61966-2.1");
        intent.setOutputCondition("sRGB IEC61966-2.1");
        intent.setOutputConditionIdentifier("sRGB IEC61966-2.1");
        intent.setRegistryName("http://www.color.org");
        var catalogue = document.getDocumentCatalog();
        catalogue.addOutputIntent(intent);
        catalogue.setLanguage("zh-CN");
        var metadata = new PDMetadata(document);
        metadata.importXMPMetadata(properties(title));
        catalogue.setMetadata(metadata);
    }

    private static byte[] properties(String title) throws IOException {
        var xmp = XMPMetadata.createXMPMetadata();
        xmp.createAndAddDublinCoreSchema().setTitle(title);
        var identification = xmp.createAndAddPDFAIdentificationSchema();
        var bytes = new ByteArrayOutputStream();
        try {
            identification.setPart(2);
            identification.setConformance("U");
            new XmpSerializer().serialize(xmp, bytes, true);
        } catch (BadFieldValueException | TransformerException failure) {
            throw new IOException("the properties of the list cannot be written", failure);
        }
        return bytes.toByteArray();
    }
}
