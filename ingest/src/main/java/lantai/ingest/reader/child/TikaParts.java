package lantai.ingest.reader.child;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.config.ServiceLoader;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;
import org.apache.tika.parser.DefaultParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.ocr.TesseractOCRParser;
import org.apache.tika.parser.pdf.PDFParser;

/** The detector and the parsers of Tika, loaded once; those that would start programs are left out. */
final class TikaParts {
    private final MediaTypeRegistry types = MediaTypeRegistry.getDefaultRegistry();
    private final Detector detector = new DefaultDetector(MimeTypes.getDefaultMimeTypes());
    private final Map<MediaType, Parser> parsers = new DefaultParser(
                    types,
                    new ServiceLoader(TikaParts.class.getClassLoader()),
                    Set.of(TesseractOCRParser.class, PDFParser.class))
            .getParsers(new ParseContext());

    MediaType detect(TikaInputStream stream, Metadata metadata) throws IOException {
        return detector.detect(stream, metadata);
    }

    /** {@return the parser of a type, or of the nearest type it is a kind of} */
    Optional<Parser> parserFor(MediaType type) {
        for (var now = types.normalize(type); now != null; now = types.getSupertype(now)) {
            var parser = parsers.get(now);
            if (parser == null) {
                parser = parsers.get(now.getBaseType());
            }
            if (parser != null) {
                return Optional.of(parser);
            }
        }
        return Optional.empty();
    }

    /** {@return whether a type is plain text, including source code and data in text form, but no markup or mail} */
    boolean isText(MediaType type) {
        var name = type.getBaseType().toString();
        if (name.equals("text/html")
                || name.endsWith("xml")
                || name.equals("application/rtf")
                || name.equals("text/rtf")) {
            return false;
        }
        return !type.getType().equals("message")
                && (type.getType().equals("text") || types.isInstanceOf(type, MediaType.TEXT_PLAIN))
                && !types.isInstanceOf(type, MediaType.TEXT_HTML)
                && !types.isInstanceOf(type, MediaType.APPLICATION_XML);
    }
}
