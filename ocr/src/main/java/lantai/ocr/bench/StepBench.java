package lantai.ocr.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import lantai.ocr.OcrException;
import lantai.ocr.onnx.OnnxEngine;
import lantai.ocr.onnx.OnnxSettings;
import lantai.ocr.onnx.OnnxSettings.Step;

/** Measures what each step of reading is worth: all steps together, then each of {@code steps} left out alone. */
public final class StepBench {

    private StepBench() {}

    /**
     * Reads the folder once with all steps and once more for each step. The reports go by {@code all} and by
     * {@code without-} and the step's name in small letters.
     *
     * @throws IOException when the folder does not hold what it should
     * @throws OcrException when the engine fails
     */
    public static Map<String, Report> run(Path folder, OnnxSettings settings, Set<Step> steps)
            throws IOException, OcrException {
        Map<String, Report> reports = new LinkedHashMap<>();
        reports.put("all", once(folder, settings));
        for (Step step : steps) {
            EnumSet<Step> others = EnumSet.allOf(Step.class);
            others.remove(step);
            String name =
                    "without-" + step.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
            reports.put(name, once(folder, new OnnxSettings(settings.models(), settings.threadsPerPage(), others)));
        }
        return reports;
    }

    private static Report once(Path folder, OnnxSettings settings) throws IOException, OcrException {
        try (var engine = new OnnxEngine(settings)) {
            return OcrBench.run(folder, engine);
        }
    }
}
