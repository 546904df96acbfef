package lantai.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import lantai.storage.Fixity;
import lantai.storage.FixityDigest;
import org.xml.sax.SAXException;

/** Reads a package back: it is valid by the schema, and gives back the very bytes that went in. Shares nothing with the writing. */
final class EepCheck {
    static final String SCHEMA = "eep-2009.xsd";

    private final Schema schema;

    EepCheck() {
        var factory = SchemaFactory.newDefaultInstance();
        try (var in = schemaStream()) {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            schema = factory.newSchema(new StreamSource(in));
        } catch (SAXException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static InputStream schemaStream() {
        var in = EepCheck.class.getResourceAsStream(SCHEMA);
        if (in == null) {
            throw new IllegalStateException(SCHEMA + " is missing");
        }
        return in;
    }

    /** {@return what the schema says against a package; empty when it is valid} */
    List<String> faults(Path file) {
        var faults = new ArrayList<String>();
        try (var in = Files.newInputStream(file)) {
            var validator = schema.newValidator();
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            validator.validate(new StreamSource(in));
        } catch (SAXException invalid) {
            faults.add(String.valueOf(invalid.getMessage()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return faults;
    }

    /** One file of a package; of one that lies beside only the SHA-256 is told. */
    record Held(String keyword, String sha256, long size) {
        boolean isBeside() {
            return keyword.equals(EepWriter.BESIDE);
        }

        boolean is(Fixity registered) {
            return sha256.equals(registered.sha256()) && (isBeside() || size == registered.size());
        }
    }

    /** {@return the files of a package, in order} */
    List<Held> files(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var xml = CanonicalForm.reader(in);
            var held = new ArrayList<Held>();
            var keyword = "";
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    switch (xml.getLocalName()) {
                        case EepWriter.KEYWORD -> keyword = xml.getElementText();
                        case EepWriter.ENCODED -> held.add(decoded(xml, keyword, OutputStream.nullOutputStream()));
                        default -> {}
                    }
                }
            }
            return held;
        } catch (XMLStreamException | IllegalArgumentException broken) {
            throw new IOException(broken.getMessage(), broken);
        }
    }

    /** Base64 comes in pieces of any length; four letters give three bytes. */
    static Held decoded(XMLStreamReader xml, String keyword, OutputStream to) throws XMLStreamException, IOException {
        var digest = new FixityDigest();
        var letters = new StringBuilder();
        var bytes = new java.io.ByteArrayOutputStream();
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.isCharacters()) {
                letters.append(xml.getText().replaceAll("\\s+", ""));
                var whole = letters.length() / 4 * 4;
                var piece = Base64.getDecoder().decode(letters.substring(0, whole));
                digest.update(piece, 0, piece.length);
                to.write(piece);
                if (keyword.equals(EepWriter.BESIDE)) {
                    bytes.writeBytes(piece);
                }
                letters.delete(0, whole);
            }
        }
        if (!letters.isEmpty()) {
            throw new IllegalArgumentException("Base64 ends in the middle");
        }
        if (keyword.equals(EepWriter.BESIDE)) {
            return new Held(keyword, HexFormat.of().formatHex(bytes.toByteArray()), 0);
        }
        var fixity = digest.finish();
        return new Held(keyword, fixity.sha256(), fixity.size());
    }
}
