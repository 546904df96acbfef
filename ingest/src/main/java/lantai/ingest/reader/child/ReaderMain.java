package lantai.ingest.reader.child;

import java.nio.file.Path;
import lantai.ingest.reader.wire.ChildSettings;
import lantai.ingest.reader.wire.Job;
import lantai.ingest.reader.wire.Line;

/** A parsing reader: one job after the other, until the server closes the pipe or kills it. */
public final class ReaderMain {
    private ReaderMain() {}

    /**
     * Runs until the pipe closes.
     *
     * @param arguments the {@link ChildSettings} as JSON
     */
    public static void main(String[] arguments) throws InterruptedException {
        var settings = Line.to(ChildSettings.class, arguments[0]);
        var mailbox = new Mailbox();
        var fonts = Fonts.of(settings.chineseFont());
        var desk = new ReadingDesk(mailbox, new Identifier(), settings.outputBytes());
        var pages = new PageDrawer(fonts);
        var searchable = new SearchableScans(fonts);
        var examiner = new Examiner(desk, fonts);
        mailbox.ready();
        while (true) {
            mailbox.answer(
                    switch (Line.to(Job.class, mailbox.next())) {
                        case Job.Read job -> desk.read(job);
                        case Job.Picture job -> pages.picture(job);
                        case Job.Scan job -> pages.scan(job);
                        case Job.Searchable job -> searchable.write(job);
                        case Job.Examine job -> examiner.examine(job);
                        case Job.Sheet job -> SheetReader.read(job);
                        case Job.Sound job -> SoundReader.read(job);
                        case Job.Recognise job -> throw new IllegalStateException("not an OCR process: " + job);
                    });
        }
    }

    static Path path(String absolute) {
        return Path.of(absolute);
    }
}
