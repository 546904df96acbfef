package lantai.web.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import lantai.ingest.reader.ReaderSettings;
import lantai.ingest.reader.ReadingBench;
import lantai.ingest.sample.SampleArchive;
import lantai.ocr.OcrException;
import lantai.ocr.bench.OcrBench;
import lantai.ocr.onnx.OnnxEngine;
import lantai.ocr.onnx.OnnxSettings;
import lantai.search.SearchBench;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./lantai bench NAME}: measures one thing and prints the figures as JSON. */
@Command(name = "bench", mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    private static final int READING_FILES = 60;
    private static final int READING_BYTES = 50_000;
    private static final int SEARCH_ITEMS = 200_000;

    private final Console console;
    private final IngestBench ingest;

    @Parameters(index = "0", paramLabel = "NAME")
    private Name name = Name.reading;

    @Option(names = "--json", paramLabel = "FILE")
    private @Nullable Path json;

    @Option(names = "--pages", paramLabel = "DIR")
    private @Nullable Path pages;

    @Option(names = "--data", paramLabel = "DIR")
    private Path data = Path.of(System.getProperty("user.home"), ".lantai");

    /** What can be measured; the names are typed as they stand. */
    enum Name {
        /** Receiving against the bare loop, and from receipt to findable; needs a running archive. */
        ingest,
        /** Reading of born-digital files against Tika alone. */
        reading,
        /** Character error rate and processor time of page reading; needs {@code --pages}. */
        ocr,
        /** Index rate, index size, query latency. */
        search
    }

    BenchCommand(Console console, Map<String, String> environment) {
        this.console = console;
        this.ingest = new IngestBench(environment);
    }

    @Override
    public Integer call() throws IOException, OcrException {
        var folder = Files.createTempDirectory("lantai-bench");
        try {
            var figures = new ObjectMapper()
                    .findAndRegisterModules()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(measure(folder));
            console.line(figures);
            if (json != null) {
                Files.writeString(json, figures);
            }
            return 0;
        } finally {
            delete(folder);
        }
    }

    private Object measure(Path folder) throws IOException, OcrException {
        return switch (name) {
            case ingest -> ingest.run(data, folder);
            case reading -> reading(folder);
            case ocr -> ocr();
            case search -> SearchBench.run(folder.resolve("index"), SEARCH_ITEMS);
        };
    }

    private static Object reading(Path folder) throws IOException {
        SampleArchive.textPdfs(folder.resolve("papers"), READING_FILES, READING_BYTES);
        var classPath = Distribution.folder().resolve("lib") + "/*";
        var measured = ReadingBench.measure(
                ReaderSettings.ofThisMachine(classPath, folder.resolve("readers")),
                pdfs(folder.resolve("papers")),
                2,
                5);
        var figures = new LinkedHashMap<String, Object>();
        figures.put("files", measured.files());
        figures.put("rounds", measured.rounds());
        figures.put("readerMillis", measured.reader().toMillis());
        figures.put("tikaMillis", measured.tika().toMillis());
        figures.put("ratio", measured.ratio());
        return figures;
    }

    private Object ocr() throws IOException, OcrException {
        var folder = Optional.ofNullable(pages)
                .orElseThrow(() -> new IOException("--pages DIR: a folder of pages with their truth"));
        try (var engine = new OnnxEngine(OnnxSettings.DEFAULT)) {
            return OcrBench.run(folder, engine).lines();
        }
    }

    static List<Path> files(Path folder) throws IOException {
        try (var walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }

    static List<Path> pdfs(Path folder) throws IOException {
        try (var walk = Files.walk(folder)) {
            return walk.filter(file -> file.toString().endsWith(".pdf")).toList();
        }
    }

    private static void delete(Path folder) {
        try (var walk = Files.walk(folder)) {
            for (var path : walk.toList().reversed()) {
                Files.delete(path);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
