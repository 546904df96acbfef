package lantai.ingest.reader.child;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import lantai.ingest.reader.PageEngine;
import lantai.ingest.reader.PageReading;
import lantai.ingest.reader.ReadingState;
import lantai.ingest.reader.wire.ChildSettings;
import lantai.ingest.reader.wire.Job;
import lantai.ingest.reader.wire.Raster;
import lantai.ocr.Alto;
import lantai.ocr.OcrEngine;
import lantai.ocr.OcrException;
import lantai.ocr.PageText;
import lantai.ocr.onnx.OnnxEngine;
import lantai.ocr.onnx.OnnxSettings;
import lantai.ocr.tesseract.TesseractEngine;

/**
 * The engines of the OCR process, loaded when first needed: of each sort one that finds the orientation of a page, and one that
 * takes it as told. Safe for many threads.
 */
final class Engines {
    private static final String TESSERACT = "tesseract";

    private final ChildSettings settings;
    private final Map<Sort, OcrEngine> loaded = new HashMap<>();

    Engines(ChildSettings settings) {
        this.settings = settings;
    }

    PageReading read(Job.Recognise job) {
        try {
            var raster = Raster.read(Path.of(job.raster()));
            var found = engine(job).read(raster.image(), raster.dpi());
            var page = turned(found, job.turn());
            try (var out = Files.newOutputStream(Path.of(job.alto()))) {
                Alto.write(page, out);
            }
            return told(page);
        } catch (OcrException | IOException | RuntimeException e) {
            return PageReading.failed(ReadingState.CRASHED, Failures.sentence(e));
        }
    }

    private static PageText turned(PageText page, int turn) {
        return new PageText(
                page.width(),
                page.height(),
                page.dpi(),
                Math.floorMod(page.rotation() + turn, 360),
                page.lines(),
                page.blocks(),
                page.engine(),
                page.modelDigest());
    }

    private static PageReading told(PageText page) {
        var text = page.text();
        var characters =
                (int) text.codePoints().filter(c -> !Character.isWhitespace(c)).count();
        return new PageReading(
                characters == 0 ? ReadingState.NO_TEXT : ReadingState.READ,
                "",
                page.rotation(),
                page.width(),
                page.height(),
                page.dpi(),
                page.confidence(),
                characters,
                text,
                page.engine());
    }

    /** Tesseract is asked about nothing but the page, so there is one of it. */
    private record Sort(String engine, boolean findsOrientation) {}

    private synchronized OcrEngine engine(Job.Recognise job) throws OcrException {
        var name = job.engine().isEmpty() ? settings.engine() : job.engine();
        var sort = new Sort(name, !job.upright() && !name.equals(TESSERACT));
        var engine = loaded.get(sort);
        if (engine == null) {
            engine = load(sort);
            loaded.put(sort, engine);
        }
        return engine;
    }

    private OcrEngine load(Sort sort) throws OcrException {
        if (sort.engine().equals(TESSERACT)) {
            return tesseract();
        }
        var usual = sort.engine().equals(PageEngine.PP_OCR_FAST.code()) ? OnnxSettings.FAST : OnnxSettings.DEFAULT;
        var steps = EnumSet.copyOf(usual.steps());
        if (!sort.findsOrientation()) {
            steps.remove(OnnxSettings.Step.ORIENTATION);
        }
        try {
            return new OnnxEngine(
                    new OnnxSettings(Optional.ofNullable(settings.models()).map(Path::of), 1, steps));
        } catch (OcrException e) {
            System.err.println("PP-OCR cannot be used here, Tesseract reads instead: " + e.getMessage());
            return tesseract();
        }
    }

    /** Its library and language data are laid into the temporary folder of this process. */
    private static OcrEngine tesseract() throws OcrException {
        try {
            return new TesseractEngine(
                    Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir"), TESSERACT)));
        } catch (IOException e) {
            throw new OcrException("no folder for Tesseract: " + e.getMessage(), e);
        }
    }
}
