package lantai.ocr.bench;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import lantai.ocr.OcrEngine;
import lantai.ocr.OcrException;
import lantai.ocr.PageText;

/** Runs an engine over a folder of pages with exact truth, as {@link lantai.ocr.sample.SampleFolder} writes it. */
public final class OcrBench {

    private OcrBench() {}

    /**
     * Reads every page, one after the other; decoding the picture counts.
     *
     * @throws IOException when the folder does not hold what it should
     * @throws OcrException when the engine fails
     */
    public static Report run(Path folder, OcrEngine engine) throws IOException, OcrException {
        List<Report.Page> pages = new ArrayList<>();
        for (SamplePage page : SamplePage.in(folder)) {
            long start = cpuTime();
            BufferedImage image = ImageIO.read(page.image().toFile());
            if (image == null) {
                throw new IOException("not an image: \"" + page.image() + '"');
            }
            PageText read = engine.read(image, page.dpi());
            double seconds = (cpuTime() - start) / 1e9;
            boolean upright = (page.turn() + read.rotation()) % 360 == 0;
            boolean told = page.facts().has("cells");
            CellScore cells = told ? CellScore.of(read, page.facts().path("cells")) : CellScore.NOTHING;
            pages.add(page.judged(read.text(), cells, upright, seconds));
        }
        return new Report(pages);
    }

    /** CPU time of the process in nanoseconds; native threads count. */
    private static long cpuTime() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : System.nanoTime();
    }
}
