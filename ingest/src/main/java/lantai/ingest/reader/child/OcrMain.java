package lantai.ingest.reader.child;

import java.util.concurrent.Executors;
import lantai.ingest.reader.wire.ChildSettings;
import lantai.ingest.reader.wire.Job;
import lantai.ingest.reader.wire.Line;
import lantai.ingest.reader.wire.Recognised;

/** The OCR process: one set of models, several pages at once, until the server closes the pipe or kills it. */
public final class OcrMain {
    private OcrMain() {}

    /**
     * Runs until the pipe closes.
     *
     * @param arguments the {@link ChildSettings} as JSON
     */
    public static void main(String[] arguments) throws InterruptedException {
        var settings = Line.to(ChildSettings.class, arguments[0]);
        var mailbox = new Mailbox();
        var engines = new Engines(settings);
        var heap = new Sweeping();
        try (var threads = Executors.newFixedThreadPool(settings.threads())) {
            mailbox.ready();
            while (true) {
                if (Line.to(Job.class, mailbox.next()) instanceof Job.Recognise job) {
                    threads.execute(() -> {
                        mailbox.answer(new Recognised(job.id(), engines.read(job)));
                        heap.pageDone();
                    });
                }
            }
        }
    }
}
