package lantai.web.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import lantai.ingest.propose.bench.ClassifyBench;
import lantai.ingest.reader.ReaderSettings;
import lantai.ingest.reader.ReadingBench;
import lantai.ingest.sample.SampleArchive;
import lantai.ocr.OcrException;
import lantai.ocr.sample.Series;
import lantai.search.SearchBench;
import lantai.storage.Ledger;
import lantai.storage.Location;
import lantai.storage.StoreBench;
import lantai.storage.StoreSettings;
import lantai.web.bench.CatalogueBench;
import lantai.web.bench.FaultRounds;
import lantai.web.bench.FaultTable;
import lantai.web.bench.IngestBench;
import lantai.web.bench.ReadingSoak;
import lantai.web.bench.RebuildBench;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./lantai bench NAME}: measures one thing and prints the figures as JSON. */
@Command(name = "bench", mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    private static final int READING_FILES = 60;
    private static final int READING_BYTES = 50_000;
    private static final long REPORTED = 2;
    private static final int SEARCH_ITEMS = 200_000;
    private static final int REBUILT = 2_000;

    private final Console console;
    private final Map<String, String> environment;
    private final InstantSource clock;

    @Parameters(index = "0", paramLabel = "NAME")
    private Name name = Name.reading;

    @Option(names = "--json", paramLabel = "FILE")
    private @Nullable Path json;

    @Option(
            names = {"--corpus", "--pages"},
            paramLabel = "DIR")
    private @Nullable Path corpus;

    @Option(names = "--count", paramLabel = "N")
    private @Nullable Integer count;

    @Option(names = "--skip", paramLabel = "N")
    private int skip;

    @Option(names = "--chart", paramLabel = "FILE")
    private @Nullable Path chart;

    @Option(names = "--fonts", paramLabel = "DIR")
    private List<Path> fonts = new ArrayList<>();

    @Option(names = "--engine", paramLabel = "NAME")
    private PageReadingBench.Engine engine = PageReadingBench.Engine.pp_ocr;

    @Option(names = "--tesseract", paramLabel = "COMMAND")
    private @Nullable String tesseract;

    @Option(names = "--steps")
    private boolean steps;

    private boolean sound = true;

    @Option(names = "--rounds", paramLabel = "N")
    private int rounds = 20;

    @Option(names = "--seed", paramLabel = "N")
    private @Nullable String seed;

    @Option(names = "--examples", paramLabel = "N")
    private int examples = 20;

    @Option(names = "--noise", paramLabel = "SHARE")
    private double noise = 0.05;

    /** What can be measured; the names are typed as they stand. */
    enum Name {
        /** Pages of the catalogue at 10 000, 100 000 and 1 000 000 records. */
        catalogue,
        /** How well kinds are told: rules alone and after some examples; {@code --seed}, {@code --examples}, {@code --noise}. */
        classify,
        /**
         * Fields proposed for scans of the sample archive, by field, kind and look, and how sure they were; {@code --chart},
         * {@code --skip} for other scans than the first.
         */
        fields,
        /**
         * Kills server, readers and database at random during the work, then breaks it at every fault point in every way; exit code 1
         * when a promise is broken.
         */
        faults,
        /** Start, memory, receiving, reading and pages, each against the bare work, and from receipt to findable. */
        ingest,
        /** Reading of born-digital files against Tika alone. */
        reading,
        /** Character error rate and processor time of page reading; needs {@code --corpus} or {@code --seed}. */
        ocr,
        /** Index rate, index size, query latency. */
        search,
        /** A thousand pages in one go: none lost, no growth, no idle core; {@code --count}; exit code 1 when a bar is not met. */
        soak,
        /**
         * Staging, filing and scrub, each against a bare loop, through S3 too when LANTAI_STORE names a bucket; rebuild; growth of the
         * database, and of the store to {@code --count} objects.
         */
        store
    }

    BenchCommand(Console console, Map<String, String> environment, InstantSource clock) {
        this.console = console;
        this.environment = environment;
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
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
            delete(folder);
            return sound ? 0 : 1;
        } catch (Exception failure) {
            // what failed counts, not that the servers of a broken run still write into the folder
            deleteAfter(failure, folder);
            throw failure;
        }
    }

    private static void deleteAfter(Exception failure, Path folder) {
        try {
            delete(folder);
        } catch (UncheckedIOException second) {
            failure.addSuppressed(second);
        }
    }

    private Object measure(Path folder) throws Exception {
        return switch (name) {
            case catalogue -> new CatalogueBench(Distribution.folder(), folder, clock).run();
            case classify -> new ClassifyBench(seed == null ? REPORTED : Long.parseLong(seed), examples, noise).run();
            case faults -> faults(folder);
            case fields -> fields(folder);
            case ingest -> new IngestBench(Distribution.folder(), folder, clock).run();
            case reading -> reading(folder);
            case ocr -> ocr(folder);
            case search -> SearchBench.run(folder.resolve("index"), SEARCH_ITEMS);
            case soak -> soak(folder);
            case store -> store(folder);
        };
    }

    private Object store(Path folder) throws IOException, InterruptedException {
        try (var configured =
                StoreSettings.of(environment, folder.resolve("data")).open(Ledger.NONE)) {
            var bucket = configured.locations().stream()
                    .filter(location -> location.kind() == Location.Kind.S3)
                    .findFirst();
            var figures = new StoreBench(folder, clock).run(bucket, count == null ? 0 : count);
            figures.putAll(
                    new RebuildBench(Distribution.folder(), Files.createDirectories(folder.resolve("rebuild")), clock)
                            .run(REBUILT));
            return figures;
        }
    }

    private Object faults(Path folder) throws IOException, InterruptedException, SQLException {
        var drawn = seed == null ? System.nanoTime() : Long.parseLong(seed);
        var done = new FaultRounds(Distribution.folder(), folder, drawn)
                .run(
                        rounds,
                        round -> console.remark(
                                "command.fault-round",
                                round.round(),
                                rounds,
                                round.seconds(),
                                round.broken().size()));
        var trials = new FaultTable(Distribution.folder(), Files.createDirectories(folder.resolve("trials")))
                .run(
                        FaultTable.Trial.all(),
                        row -> console.remark(
                                "command.fault-trial",
                                row.trial(),
                                row.acknowledged(),
                                row.lost(),
                                row.corrupt(),
                                row.orphans(),
                                row.recoverySeconds()));
        sound = done.size() == rounds
                && done.stream().allMatch(round -> round.broken().isEmpty())
                && trials.stream().allMatch(FaultTable.Row::isSound);
        return Map.of(
                "seed", drawn, "sound", sound, "rounds", done, "table", FaultTable.byPoint(trials), "trials", trials);
    }

    private Object soak(Path folder) throws IOException, InterruptedException {
        var pages = count == null ? ReadingSoak.PAGES : count;
        var figures = new ReadingSoak(
                        Distribution.folder(), folder, clock, done -> console.remark("command.soak-pages", done, pages))
                .run(pages);
        sound = figures.get("holds") instanceof Map<?, ?> bars
                && bars.values().stream().allMatch(Boolean.TRUE::equals);
        return figures;
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

    private Object fields(Path folder) throws IOException, OcrException {
        FieldBench.Figures figures;
        try (var reader = new PageReadingBench(folder, engine, Optional.empty()).reader()) {
            figures = new FieldBench()
                    .run(folder.resolve("scans"), skip, count == null ? FieldBench.PAGES : count, reader);
        }
        if (chart != null) {
            Files.writeString(chart, Calibration.svg(figures.bands()));
        }
        return figures;
    }

    private Object ocr(Path folder) throws IOException, OcrException {
        var bench = new PageReadingBench(folder, engine, Optional.ofNullable(tesseract));
        if (seed != null) {
            var pages = corpus == null ? folder.resolve("pages") : corpus;
            var missing =
                    bench.invent(Series.valueOf(seed), pages, count == null ? PageReadingBench.PAGES : count, fonts);
            missing.forEach(font -> console.remark("command.font-missing", font));
            return bench.run(pages, steps);
        }
        if (corpus == null) {
            throw new IOException(
                    "--corpus DIR, a folder of pages with their truth, or --seed A|B|C|D, pages of our own");
        }
        return bench.run(corpus, steps);
    }

    private static List<Path> pdfs(Path folder) throws IOException {
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
