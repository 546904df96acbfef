package lantai.ingest.reader.child;

import lantai.ingest.reader.Outcome;
import lantai.ingest.reader.ReadingState;
import lantai.ingest.reader.wire.Job;
import lantai.ingest.reader.wire.Line;
import org.apache.tika.config.ServiceLoader;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.DefaultParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.ocr.TesseractOCRParser;
import org.apache.tika.sax.BodyContentHandler;

/** Tika alone, as a measure for the readers: detects, parses, keeps the text in memory and writes nothing. */
public final class TikaMain {
    private TikaMain() {}

    /**
     * Runs until the pipe closes.
     *
     * @param arguments not looked at
     */
    public static void main(String[] arguments) throws InterruptedException {
        var mailbox = new Mailbox();
        var parser = new AutoDetectParser(
                new DefaultDetector(),
                new DefaultParser(
                        MediaTypeRegistry.getDefaultRegistry(),
                        new ServiceLoader(TikaMain.class.getClassLoader()),
                        java.util.Set.of(TesseractOCRParser.class)));
        mailbox.ready();
        while (true) {
            if (Line.to(Job.class, mailbox.next()) instanceof Job.Read job) {
                mailbox.answer(parse(parser, job));
            }
        }
    }

    private static Outcome parse(AutoDetectParser parser, Job.Read job) {
        var metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, job.name());
        var context = new ParseContext();
        context.set(Parser.class, parser);
        var text = new BodyContentHandler(-1);
        try (var stream = TikaInputStream.get(ReaderMain.path(job.file()), metadata)) {
            parser.parse(stream, text, metadata, context);
            return new Outcome(ReadingState.READ, "");
        } catch (Exception | StackOverflowError | LinkageError e) {
            return new Outcome(ReadingState.DAMAGED, Failures.sentence(e));
        }
    }
}
