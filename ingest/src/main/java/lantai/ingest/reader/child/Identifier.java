package lantai.ingest.reader.child;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import lantai.ingest.reader.FileKind;
import lantai.ingest.reader.Format;
import lantai.ingest.reader.wire.Identified;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;

/**
 * Tells what a file is by its content: media type by Tika, PRONOM id by DROID. The name counts only where the content
 * leaves the choice open.
 */
final class Identifier {
    private static final String UNKNOWN = "application/octet-stream";
    private static final String MAIL = "fmt/278";
    private static final String PLAIN_TEXT = "x-fmt/111";

    private final TikaParts tika = new TikaParts();
    private final Pronom pronom = new Pronom();

    TikaParts tika() {
        return tika;
    }

    Identified identify(Path file, String name, TikaInputStream stream, Metadata metadata) throws IOException {
        var type = byContent(file, name, stream, metadata);
        var mime = type.toString();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        metadata.set(Metadata.CONTENT_TYPE, mime);
        var match = pronom.identify(file, name);
        if (match.puid().isEmpty()) {
            match = withoutSignature(file, mime);
        }
        return new Identified(new Format(mime, match.puid(), match.name()), kindOf(type));
    }

    /** Formats that PRONOM lists without a signature to find them by; the name alone makes nothing one of them. */
    private Pronom.Match withoutSignature(Path file, String mime) throws IOException {
        if (mime.equals("message/rfc822") && TextDecoding.beginsWithHeader(file)) {
            return pronom.match(MAIL);
        }
        return mime.equals("text/plain") && TextDecoding.looksLikeText(file)
                ? pronom.match(PLAIN_TEXT)
                : Pronom.Match.NONE;
    }

    private MediaType byContent(Path file, String name, TikaInputStream stream, Metadata metadata) throws IOException {
        var type = tika.detect(stream, metadata);
        if (type.getBaseType().toString().equals("application/zip") && OfdPackage.isOfd(file)) {
            return MediaType.application("ofd");
        }
        if (type.toString().equals("text/x-matlab")
                && name.toLowerCase(Locale.ROOT).endsWith(".pdf")) {
            // a PDF whose first line is spoilt begins with a percent sign all the same
            return MediaType.application("pdf");
        }
        if (!Kinds.isVague(type)) {
            return type;
        }
        var named = new Metadata();
        named.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        var hinted = tika.detect(stream, named);
        if (type.toString().equals(UNKNOWN) && !tika.isText(hinted) && TextDecoding.looksLikeText(file)) {
            return MediaType.TEXT_PLAIN;
        }
        return hinted;
    }

    private FileKind kindOf(MediaType type) {
        var kind = Kinds.of(type);
        if (kind == FileKind.DOCUMENT
                && !tika.isText(type)
                && tika.parserFor(type).isEmpty()) {
            return FileKind.OTHER;
        }
        return kind;
    }
}
