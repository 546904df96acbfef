package lantai.web.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import lantai.ingest.reader.PageEngine;
import lantai.ingest.reader.ReaderSettings;
import lantai.ingest.reader.Readers;
import lantai.problem.Malformed;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code ./lantai ocr FILE… --out DIR}: reads each file into {@code NAME.txt}, {@code NAME.alto.xml} and {@code NAME.pdf} and
 * prints one line for each. A file that cannot be read is named with its outcome, and the others go on.
 */
@Command(name = "ocr", mixinStandardHelpOptions = true)
final class OcrCommand implements Callable<Integer> {
    private static final int SOME_UNREAD = 1;

    private final Console console;

    @Parameters(paramLabel = "FILE", arity = "1..*")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR", required = true)
    private Path out = Path.of(".");

    @Option(names = "--engine", paramLabel = "NAME", description = "ppocr | ppocr-fast | tesseract")
    private String engine = "";

    @Option(names = "--models", paramLabel = "DIR")
    private @Nullable Path models;

    OcrCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        var chosen = PageEngine.of(engine).orElseThrow(() -> new Malformed(CommandProblem.NO_SUCH_ENGINE, engine));
        Files.createDirectories(out);
        var work = Files.createTempDirectory("lantai-ocr");
        var usual = ReaderSettings.ofThisMachine(Distribution.folder().resolve("lib") + "/*", work);
        var settings = usual.withOcr(usual.ocr().with(chosen, models));
        var unread = 0;
        try (var readers = new Readers(settings)) {
            var reading = new FileReading(readers, work, settings.ocr().threads(), console);
            var taken = new HashSet<String>();
            for (var file : files) {
                if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                    console.line(file + "\tmissing\t" + console.both("command.ocr.no-file"));
                    unread++;
                    continue;
                }
                var outcome = reading.read(file, out.resolve(freeName(file, taken)));
                console.line(file + "\t" + outcome.state().code() + "\t" + outcome.reason());
                if (!outcome.state().isUnderstood()) {
                    unread++;
                }
            }
        } finally {
            FileReading.deleteTree(work);
        }
        return unread == 0 ? 0 : SOME_UNREAD;
    }

    /** The name without its ending, or the whole name when two files differ in nothing but that. */
    private static String freeName(Path file, Set<String> taken) {
        var whole = String.valueOf(file.getFileName());
        var dot = whole.lastIndexOf('.');
        var name = dot > 0 ? whole.substring(0, dot) : whole;
        if (taken.add(name)) {
            return name;
        }
        var next = whole;
        for (var i = 2; !taken.add(next); i++) {
            next = whole + "-" + i;
        }
        return next;
    }
}
