package lantai.web.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lantai.ocr.OcrEngine;
import lantai.ocr.OcrException;
import lantai.ocr.bench.OcrBench;
import lantai.ocr.bench.Report;
import lantai.ocr.bench.StepBench;
import lantai.ocr.bench.TesseractCommand;
import lantai.ocr.onnx.OnnxEngine;
import lantai.ocr.onnx.OnnxSettings;
import lantai.ocr.sample.SampleFolder;
import lantai.ocr.sample.Series;
import lantai.ocr.sample.Typefaces;
import lantai.ocr.tesseract.TesseractEngine;

/** {@code ./lantai bench ocr}: reading of pages whose truth is known, by level and kind, beside the Tesseract command line. */
final class PageReadingBench {
    static final int PAGES = 225;
    private static final String BUNDLED_FONT = "/lantai/print/font/NotoSansSC-Regular.ttf";
    private static final Path FONTS = Path.of("/usr/share/fonts");

    private final Path work;
    private final Engine engine;
    private final Optional<String> tesseract;
    private boolean drew;

    /** Who reads; the names are typed with a hyphen or an underscore. */
    enum Engine {
        /** PP-OCR through ONNX Runtime. */
        pp_ocr,
        /** PP-OCR in less time. */
        pp_ocr_fast,
        /** Tesseract as a library. */
        tesseract
    }

    PageReadingBench(Path work, Engine engine, Optional<String> tesseract) {
        this.work = work;
        this.engine = engine;
        this.tesseract = tesseract;
    }

    /** Writes invented pages into {@code pages} unless they are there; gives the names of fonts that were not found. */
    List<String> invent(Series series, Path pages, int count, List<Path> fonts) throws IOException {
        if (Files.exists(pages.resolve("index.json"))) {
            return List.of();
        }
        drew = true;
        var own = Files.createDirectories(work.resolve("fonts"));
        try (var font = PageReadingBench.class.getResourceAsStream(BUNDLED_FONT)) {
            if (font != null) {
                Files.copy(font, own.resolve("NotoSansSC-Regular.ttf"));
            }
        }
        List<Path> folders = new ArrayList<>(fonts);
        folders.addAll(List.of(own, FONTS));
        var found = Typefaces.find(series, folders);
        SampleFolder.write(series, found, count, pages);
        return found.missing();
    }

    /** Reads the pages; with {@code steps} once more for each step of the default engine, that step left out. */
    Object run(Path pages, boolean steps) throws IOException, OcrException {
        Map<String, Object> figures = new LinkedHashMap<>();
        if (steps) {
            StepBench.run(pages, OnnxSettings.DEFAULT, EnumSet.allOf(OnnxSettings.Step.class))
                    .forEach((name, report) -> figures.put(name, report.lines()));
            return figures;
        }
        Report report;
        try (var reader = reader()) {
            report = OcrBench.run(pages, reader);
        }
        figures.put("engine", engine.name());
        figures.put("levels", report.lines());
        figures.put("kinds", report.kinds());
        if (!drew) {
            // drawing pages takes more memory than reading them
            figures.put("peakMegabytes", peakMegabytes());
        }
        if (tesseract.isPresent()) {
            var other = new TesseractCommand(tesseract.get()).run(pages);
            figures.put("tesseractCommand", other.lines());
            figures.put("againstTesseractCommand", ratios(report.lines(), other.lines()));
        }
        return figures;
    }

    OcrEngine reader() throws IOException, OcrException {
        return switch (engine) {
            case pp_ocr -> new OnnxEngine(OnnxSettings.DEFAULT);
            case pp_ocr_fast -> new OnnxEngine(OnnxSettings.FAST);
            case tesseract -> new TesseractEngine(Files.createDirectories(work.resolve("tesseract")));
        };
    }

    private static Map<String, Map<String, Double>> ratios(List<Report.Line> ours, List<Report.Line> theirs) {
        Map<String, Map<String, Double>> ratios = new LinkedHashMap<>();
        for (var i = 0; i < ours.size(); i++) {
            var own = ours.get(i);
            var other = theirs.get(i);
            ratios.put(
                    own.name(),
                    Map.of("errors", own.sequence() / other.sequence(), "cpu", own.cpuSeconds() / other.cpuSeconds()));
        }
        return ratios;
    }

    /** The largest memory of this process so far; -1 where the system does not tell. */
    private static long peakMegabytes() throws IOException {
        var status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return -1;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(-1);
    }
}
