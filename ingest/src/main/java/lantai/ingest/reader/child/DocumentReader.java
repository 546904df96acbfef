package lantai.ingest.reader.child;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import lantai.ingest.reader.Fact;
import lantai.ingest.reader.FileKind;
import lantai.ingest.reader.ReadingState;
import lantai.ingest.reader.child.ReadingDesk.Opened;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.xml.sax.ContentHandler;

/** Reads what has text without pages: plain text and mail by ourselves, the rest by Tika's parser for its type. */
final class DocumentReader {
    private static final long LONGEST_TEXT = 64L << 20;

    private final TikaParts tika;

    DocumentReader(TikaParts tika) {
        this.tika = tika;
    }

    void read(Opened opened, Draft draft) throws Exception {
        var type = MediaType.parse(opened.mime());
        if (opened.kind() != FileKind.DOCUMENT) {
            // what a player shows is no text of the archive; the facts are
            sound(opened, draft);
            parse(opened, new ContentSilence(), draft);
            if (opened.mime().endsWith("/mp4") || opened.mime().endsWith("/quicktime")) {
                draft.fact(Fact.CODEC, Mp4Codecs.of(opened.file()));
            }
        } else if (opened.mime().equals("message/rfc822")) {
            new MailReader(tika).read(opened.file(), draft);
        } else if (tika.isText(type)) {
            plain(opened, draft);
        } else {
            parse(opened, new SafeHtml(draft), draft);
        }
    }

    /** What sound that this machine decodes itself tells: its length by the number of its frames, its samples. */
    private static void sound(Opened opened, Draft draft) {
        if (opened.kind() != FileKind.AUDIO) {
            return;
        }
        try {
            var sound = AudioSystem.getAudioFileFormat(opened.file().toFile());
            var format = sound.getFormat();
            var seconds = sound.getFrameLength() / format.getFrameRate();
            draft.fact(Fact.DURATION, seconds > 0 ? Long.toString(Math.round(seconds * 1000.0)) : null);
            draft.fact(
                    Fact.SAMPLING,
                    "%.0f Hz%s，%d 声道"
                            .formatted(
                                    format.getSampleRate(),
                                    format.getSampleSizeInBits() > 0 ? "，" + format.getSampleSizeInBits() + " 位" : "",
                                    format.getChannels()));
            draft.fact(
                    Fact.CODEC,
                    format.getEncoding().toString().startsWith("PCM")
                            ? "PCM"
                            : format.getEncoding().toString());
        } catch (UnsupportedAudioFileException | IOException | RuntimeException e) {
            // of other sound its own head has told what there is to know
        }
    }

    private void plain(Opened opened, Draft draft) throws Exception {
        if (Files.size(opened.file()) > LONGEST_TEXT) {
            throw new Unreadable(ReadingState.TOO_LARGE, "a text of more than 64 MB");
        }
        var decoded = TextDecoding.decode(Files.readAllBytes(opened.file()));
        draft.fact(Fact.CHARSET, decoded.charset());
        draft.text(decoded.text());
        draft.html("<pre>");
        draft.html(SafeHtml.escape(decoded.text()));
        draft.html("</pre>");
    }

    private void parse(Opened opened, ContentHandler handler, Draft draft) throws Exception {
        var parser = tika.parserFor(MediaType.parse(opened.mime()));
        if (parser.isEmpty()) {
            return;
        }
        var context = new ParseContext();
        context.set(EmbeddedDocumentExtractor.class, new NamesOnly(draft));
        context.set(Parser.class, parser.get());
        context.set(OfficeParserConfig.class, office());
        try {
            parser.get().parse(opened.stream(), handler, opened.metadata(), context);
        } finally {
            Facts.take(opened.metadata(), draft);
        }
    }

    private static OfficeParserConfig office() {
        var config = new OfficeParserConfig();
        config.setExtractMacros(false);
        config.setIncludeHeadersAndFooters(true);
        config.setIncludeMissingRows(false);
        return config;
    }

    /** Keeps the names of embedded files and opens none of them, so that nesting ends here. */
    private record NamesOnly(Draft draft) implements EmbeddedDocumentExtractor {
        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            var name = metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY);
            if (name != null && !name.isBlank()) {
                draft.entry(name);
            }
            return false;
        }

        @Override
        public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean html) {
            // nothing embedded is opened
        }
    }
}
