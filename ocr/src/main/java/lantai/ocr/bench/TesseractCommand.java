package lantai.ocr.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The Tesseract command line as a measure: simplified Chinese, automatic page segmentation, one thread. Its processor time
 * is what the system books for ended children of this process, so nothing else may end children meanwhile.
 */
public final class TesseractCommand {

    private static final double TICKS_A_SECOND = 100;
    private static final int CHILDREN_USER = 13;
    private static final int CHILDREN_SYSTEM = 14;

    private final String command;

    /** {@code command} is a name on the path or a file. */
    public TesseractCommand(String command) {
        this.command = command;
    }

    /**
     * Reads every page of the folder.
     *
     * @throws IOException when the command cannot be started or fails
     */
    public Report run(Path folder) throws IOException {
        List<Report.Page> pages = new ArrayList<>();
        for (SamplePage page : SamplePage.in(folder)) {
            double start = childSeconds();
            String text = read(page);
            pages.add(page.judged(text, CellScore.NOTHING, true, childSeconds() - start));
        }
        return new Report(pages);
    }

    private String read(SamplePage page) throws IOException {
        var builder = new ProcessBuilder(
                command, page.image().toString(), "stdout", "-l", "chi_sim", "--psm", "3", "--dpi", "" + page.dpi());
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException("\"" + command + "\" ended with " + process.exitValue() + " on " + page.id());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        return text;
    }

    /** Processor seconds of ended children, 0 where the system does not tell. */
    private static double childSeconds() throws IOException {
        Path stat = Path.of("/proc/self/stat");
        if (!Files.exists(stat)) {
            return 0;
        }
        String all = Files.readString(stat);
        String[] values = all.substring(all.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(values[CHILDREN_USER]) + Long.parseLong(values[CHILDREN_SYSTEM])) / TICKS_A_SECOND;
    }
}
