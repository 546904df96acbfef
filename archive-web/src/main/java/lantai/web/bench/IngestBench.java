package lantai.web.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lantai.database.Database;
import lantai.ingest.reader.ReaderSettings;
import lantai.ingest.reader.ReadingBench;
import lantai.ingest.sample.SampleArchive;
import lantai.web.launch.RunningArchive;
import lantai.web.outside.OutsideDoors;

/**
 * Measures an archive of its own from the start of its processes to the moment when a record is found, each figure against a
 * bare loop over the same files in the same run where there is one.
 */
public final class IngestBench {
    private static final int FILES = 300;
    private static final int WARM_UP = 150;
    private static final int BYTES = 50_000;
    private static final int PAGES = 16;
    private static final int WARM_STARTS = 3;
    private static final int READING_FILES = 60;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Path distribution;
    private final Path folder;
    private final InstantSource clock;

    /**
     * A measuring to come.
     *
     * @param distribution what the build has put together
     * @param folder an empty folder on the disk that is to be measured
     */
    public IngestBench(Path distribution, Path folder, InstantSource clock) {
        this.distribution = distribution;
        this.folder = folder;
        this.clock = clock;
    }

    /** Measures everything once. {@return the figures by name} */
    public Map<String, Object> run() throws IOException, InterruptedException {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("cores", Runtime.getRuntime().availableProcessors());
        SampleArchive.textPdfs(folder.resolve("letters"), WARM_UP + 2 * FILES, BYTES);
        SampleArchive.pages(folder.resolve("scans"), PAGES);
        var letters = files(folder.resolve("letters"));
        figures.put("files", FILES);
        figures.put("bytesEach", size(letters) / letters.size());
        startTimes(figures);
        try (var archive = OwnArchive.start(distribution, data(), Map.of());
                var memory = new Memory(archive)) {
            figures.put("mebibytesAfterStart", Memory.mebibytes(archive));
            work(archive, letters, figures);
            figures.put("mebibytesAtPeak", memory.peakMebibytes());
        }
        reading(letters.subList(0, READING_FILES), figures);
        return figures;
    }

    private Path data() {
        return folder.resolve("data");
    }

    /** The first start makes the database; the best of the others counts, what disturbs makes it only longer. */
    private void startTimes(Map<String, Object> figures) throws IOException {
        figures.put("firstStartSeconds", startSeconds());
        figures.put(
                "warmStartSeconds",
                IntStream.range(0, WARM_STARTS)
                        .mapToDouble(_ -> warmStart())
                        .min()
                        .orElseThrow());
    }

    private double warmStart() {
        try {
            return startSeconds();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private double startSeconds() throws IOException {
        var start = System.nanoTime();
        try (var archive = OwnArchive.start(distribution, data(), Map.of())) {
            var seconds = seconds(start);
            if (!archive.ready()) {
                throw new IllegalStateException("said to be ready and is not");
            }
            return seconds;
        }
    }

    private void work(OwnArchive archive, List<Path> letters, Map<String, Object> figures)
            throws IOException, InterruptedException {
        var clerk = Clerk.of(archive, clock);
        try (var database = Database.open(RunningArchive.find(archive.data()).database(Map.of()))) {
            var line = new WorkLine(archive, clerk, OutsideDoors.open(database, archive.data(), ZONE, clock));
            line.throughout("warm-up", letters.subList(0, WARM_UP));
            receiving(line, letters.subList(WARM_UP, WARM_UP + FILES), figures);
            var before = Processors.seconds(archive);
            var seconds = line.throughout("findable", letters.subList(WARM_UP + FILES, WARM_UP + 2 * FILES));
            figures.put("findableSeconds", seconds);
            figures.put("findableFilesPerSecond", FILES / seconds);
            figures.put("findableProcessorSeconds", Processors.between(before, Processors.seconds(archive)));
            pages(line, figures);
        }
    }

    /** In thirds, the bare loop and the archive in turn, so that both have the same disk. */
    private void receiving(WorkLine line, List<Path> letters, Map<String, Object> figures)
            throws IOException, InterruptedException {
        var bareFolder = Files.createDirectories(data().resolve("temporary/bench"));
        var bare = 0.0;
        var archive = 0.0;
        for (var part = 0; part < 3; part++) {
            var some = letters.subList(part * FILES / 3, (part + 1) * FILES / 3);
            bare += BareReceiving.seconds(some, bareFolder);
            archive += line.receivedWithoutReading("receiving " + part, some);
        }
        figures.put("bareReceivingSeconds", bare);
        figures.put("receivingSeconds", archive);
        figures.put("receivingTimesBare", archive / bare);
    }

    private void pages(WorkLine line, Map<String, Object> figures) throws IOException, InterruptedException {
        var scans = files(folder.resolve("scans"));
        line.read("pages warm-up", scans.subList(0, 2));
        var bareBefore = bareLoop(scans);
        var archive = line.read("pages", scans);
        var bare = (bareBefore + bareLoop(scans)) / 2;
        figures.put("pages", scans.size());
        figures.put("barePagesPerSecond", scans.size() / bare);
        figures.put("pagesPerSecond", scans.size() / archive);
        figures.put("pagesOfBare", bare / archive);
    }

    /** The same engine in one process with a thread for each core, as the archive has it. */
    private double bareLoop(List<Path> scans) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1024m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "lantai.ocr.bench.BareLoop",
                Integer.toString(Runtime.getRuntime().availableProcessors())));
        scans.forEach(scan -> command.add(folder.relativize(scan).toString()));
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("CLASSPATH", distribution.resolve("lib") + "/*");
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        var process = builder.start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("the bare loop ended with " + process.exitValue());
        }
        return Double.parseDouble(printed.strip());
    }

    private void reading(List<Path> letters, Map<String, Object> figures) {
        var settings = ReaderSettings.ofThisMachine(distribution.resolve("lib") + "/*", folder.resolve("readers"));
        var measured = ReadingBench.measure(settings, letters, 2, 5);
        figures.put("readingTimesTikaAlone", measured.ratio());
    }

    /** Seconds since a moment of {@link System#nanoTime()}. */
    static double seconds(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toMillis() / 1e3;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static long size(List<Path> files) throws IOException {
        var size = 0L;
        for (var file : files) {
            size += Files.size(file);
        }
        return size;
    }
}
