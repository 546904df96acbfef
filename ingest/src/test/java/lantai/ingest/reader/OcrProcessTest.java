package lantai.ingest.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import lantai.ingest.reader.ReaderSettings.OcrSettings;
import lantai.ocr.Alto;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OcrProcessTest {
    @TempDir
    private Path folder;

    private SampleFiles files;
    private ReaderSettings settings;

    @BeforeEach
    void prepare() {
        files = new SampleFiles(folder);
        settings = ReaderSettings.ofThisMachine(System.getProperty("java.class.path"), folder.resolve("temporary"));
    }

    private PageRequest page(String name) throws java.io.IOException {
        return new PageRequest(files.picture(name, "png", "LANTAI 990101 2026", 900, 400), FileKind.IMAGE, 1);
    }

    private ReaderSettings withOcrTime(Duration time) {
        return new ReaderSettings(
                settings.java(),
                settings.classPath(),
                settings.temporary(),
                settings.limits(),
                1,
                new OcrSettings(PageEngine.PP_OCR, null, 2, 1024, time),
                null);
    }

    @Test
    void aPageIsReadAndATurnToldByAPersonIsKept() throws Exception {
        try (var readers = new Readers(settings)) {
            var alto = folder.resolve("page.alto.xml");

            var found = readers.ocr(page("page.png"), PageEngine.USUAL, Turn.FOUND, alto);

            assertThat(found.state()).isEqualTo(ReadingState.READ);
            assertThat(found.text()).contains("990101");
            assertThat(found.confidence()).isBetween(0.8, 1.0);
            try (var in = Files.newInputStream(alto)) {
                assertThat(Alto.read(in).text()).isEqualTo(found.text());
            }
            var pdf = folder.resolve("searchable.pdf");
            var file = folder.resolve("page.png");
            assertThat(readers.searchablePdf(file, FileKind.IMAGE, List.of(alto), "样例", pdf))
                    .isEqualTo(new Outcome(ReadingState.READ, ""));
            assertThat(readers.read(pdf, "searchable.pdf", folder.resolve("pdf"))
                            .state())
                    .as("its text is invisible, so it is a scan all the same")
                    .isEqualTo(ReadingState.NEEDS_OCR);
            assertThat(readers.ocr(page("page.png"), PageEngine.USUAL, Turn.told(180), alto)
                            .rotation())
                    .isEqualTo(180);
        }
    }

    @Test
    void tesseractReadsWhenItIsChosen() throws Exception {
        var chosen = new ReaderSettings(
                settings.java(),
                settings.classPath(),
                settings.temporary(),
                settings.limits(),
                1,
                new OcrSettings(PageEngine.TESSERACT, null, 1, 512, Duration.ofMinutes(3)),
                null);
        try (var readers = new Readers(chosen)) {
            var read = readers.ocr(page("page.png"), PageEngine.USUAL, Turn.FOUND, folder.resolve("page.alto.xml"));

            assertThat(read.engine()).isEqualTo("tesseract");
            assertThat(read.text()).contains("990101");
        }
    }

    @Test
    void onePageIsReadByAnotherEngineThanTheOthers() throws Exception {
        try (var readers = new Readers(settings)) {
            var alto = folder.resolve("page.alto.xml");
            assertThat(readers.ocr(page("one.png"), PageEngine.TESSERACT, Turn.FOUND, alto)
                            .engine())
                    .isEqualTo("tesseract");
            assertThat(readers.ocr(page("one.png"), PageEngine.USUAL, Turn.FOUND, alto)
                            .engine())
                    .isEqualTo("pp-ocr");
        }
    }

    @Test
    void aLargePageIsReadBesideOthersThatWaitForIt() throws Exception {
        var large =
                new PageRequest(files.picture("large.png", "png", "LANTAI 990101 2026", 6000, 3200), FileKind.IMAGE, 1);
        try (var readers = new Readers(withOcrTime(Duration.ofMinutes(3)));
                var callers = Executors.newFixedThreadPool(2)) {
            var one =
                    callers.submit(() -> readers.ocr(large, PageEngine.USUAL, Turn.FOUND, folder.resolve("large.xml")));
            var two = callers.submit(
                    () -> readers.ocr(page("small.png"), PageEngine.USUAL, Turn.FOUND, folder.resolve("small.xml")));

            assertThat(one.get().text()).contains("990101");
            assertThat(two.get().text()).contains("990101");
        }
    }

    @Test
    void pagesInFlightSurviveTheDeathOfTheProcess() throws Exception {
        try (var readers = new Readers(withOcrTime(Duration.ofMinutes(3)));
                var callers = Executors.newFixedThreadPool(2)) {
            readers.ocr(page("first.png"), PageEngine.USUAL, Turn.FOUND, folder.resolve("first.xml"));
            var one = callers.submit(
                    () -> readers.ocr(page("one.png"), PageEngine.USUAL, Turn.FOUND, folder.resolve("one.xml")));
            var two = callers.submit(
                    () -> readers.ocr(page("two.png"), PageEngine.USUAL, Turn.FOUND, folder.resolve("two.xml")));
            readers.processes().forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));

            assertThat(one.get().state()).isEqualTo(ReadingState.READ);
            assertThat(two.get().state()).isEqualTo(ReadingState.READ);
        }
    }

    @Test
    void aPageThatTakesTooLongTwiceIsNamed() throws Exception {
        try (var readers = new Readers(withOcrTime(Duration.ofMillis(5)))) {
            var alto = folder.resolve("page.alto.xml");

            assertThat(readers.ocr(page("page.png"), PageEngine.USUAL, Turn.FOUND, alto)
                            .state())
                    .isEqualTo(ReadingState.TIMEOUT);
            assertThat(alto).doesNotExist();
        }
    }
}
