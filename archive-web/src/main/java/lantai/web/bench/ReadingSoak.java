package lantai.web.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import lantai.database.Database;
import lantai.ingest.sample.SampleArchive;
import lantai.web.launch.RunningArchive;
import lantai.web.outside.OutsideDoors;

/**
 * Many scanned pages in one go through an archive of its own: that none is lost, that the reading processes do not grow, and
 * that they use the processors that others leave. Linux only, for processes are looked at through {@code /proc}.
 */
public final class ReadingSoak {
    /** So many pages unless told otherwise. */
    public static final int PAGES = 1000;

    private static final int DIFFERENT = 40;
    private static final int BATCH = 100;
    /** Each so-many-th file is cut off in the middle, so that the count of refused pages is no empty promise. */
    private static final int DAMAGED_EVERY = 20;

    private static final int WARM_UP = 4;
    private static final int MOST_MEBIBYTES = 1536;
    private static final double LEAST_SHARE = 0.9;
    /** The share of its memory that a process may seem to grow by in a thousand pages, as memory goes up and down. */
    private static final double MOST_GROWTH = 0.05;

    private static final long LONGEST_SECONDS_A_PAGE = 30;
    private static final long GLANCE = TimeUnit.MILLISECONDS.toNanos(500);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Path distribution;
    private final Path folder;
    private final InstantSource clock;
    private final IntConsumer told;

    /**
     * A soak to come.
     *
     * @param distribution what the build has put together
     * @param folder an empty folder
     * @param told hears how many pages are done, every hundred pages
     */
    public ReadingSoak(Path distribution, Path folder, InstantSource clock, IntConsumer told) {
        this.distribution = distribution;
        this.folder = folder;
        this.clock = clock;
        this.told = told;
    }

    /** Reads so many pages, at least 20. {@return the figures by name; {@code holds} tells of each bar whether it is met} */
    public Map<String, Object> run(int pages) throws IOException, InterruptedException {
        if (pages < DAMAGED_EVERY) {
            throw new IllegalArgumentException("at least " + DAMAGED_EVERY + " pages are needed, not " + pages);
        }
        var scans = folder.resolve("scans");
        SampleArchive.pages(scans, Math.min(DIFFERENT, pages));
        var sound = files(scans);
        var sent = sent(sound, pages);
        try (var archive = OwnArchive.start(distribution, folder.resolve("data"), Map.of())) {
            var clerk = Clerk.of(archive, clock);
            try (var database =
                    Database.open(RunningArchive.find(archive.data()).database(Map.of()))) {
                var line = new WorkLine(archive, clerk, OutsideDoors.open(database, archive.data(), ZONE, clock));
                line.read("warm-up", sound.subList(0, WARM_UP));
                return measured(archive, line, sent);
            }
        }
    }

    private Map<String, Object> measured(OwnArchive archive, WorkLine line, List<Path> sent)
            throws IOException, InterruptedException {
        var start = System.nanoTime();
        var before = Load.now(archive);
        var batches = line.sendAll(sent, BATCH);
        var memory = new ReaderMemory();
        watch(archive, line, batches, memory, sent.size());
        var load = Load.now(archive).since(before);
        var seconds = IngestBench.seconds(start);
        return figures(sent.size(), line.counted(batches), new Spent(seconds, load), memory);
    }

    private record Spent(double seconds, Load load) {}

    private void watch(OwnArchive archive, WorkLine line, List<UUID> batches, ReaderMemory memory, int pages)
            throws IOException, InterruptedException {
        var mark = Math.clamp(pages / 10, 1, BATCH);
        var next = mark;
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS_A_PAGE * pages);
        for (var done = line.settled(batches); done < pages; done = line.settled(batches)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(done + " of " + pages + " pages in time\n" + archive.output());
            }
            memory.look(archive);
            if (done >= next) {
                memory.keep(archive, done);
                // a token that nobody has used for half an hour is good no more
                line.counted(batches);
                told.accept(done);
                next += mark;
            }
            LockSupport.parkNanos(GLANCE);
        }
        memory.keep(archive, pages);
    }

    private static Map<String, Object> figures(int in, WorkLine.Counted counted, Spent spent, ReaderMemory memory) {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("cores", Runtime.getRuntime().availableProcessors());
        figures.put("pagesIn", in);
        figures.put("pagesRead", counted.read());
        figures.put("pagesRefused", counted.refused());
        figures.put("separators", counted.separators());
        figures.put("minutes", hundredths(spent.seconds() / 60));
        figures.put("pagesPerMinute", hundredths(in * 60 / spent.seconds()));
        figures.put("processorSecondsPerPage", hundredths(spent.load().own() / Math.max(1, counted.read())));
        figures.put("processorSharesOfOthers", hundredths(spent.load().shareOfOthers()));
        figures.put("shareOfProcessorsLeft", hundredths(spent.load().shareOfRest()));
        figures.put("peakMebibytes", memory.peakMebibytes());
        figures.put("growthMebibytesPer100Pages", memory.slopes());
        figures.put("processes", memory.series());
        figures.put(
                "holds",
                Map.of(
                        "everyPageAccountedFor",
                        in == counted.read() + counted.refused() + counted.separators(),
                        "peakAtMost1536MiB",
                        memory.peakMebibytes() <= MOST_MEBIBYTES,
                        "noGrowth",
                        memory.growth() <= MOST_GROWTH,
                        "nineTenthsOfProcessorsLeft",
                        spent.load().shareOfRest() >= LEAST_SHARE));
        return figures;
    }

    /** The sound ones in turn, now and then a damaged one. */
    private List<Path> sent(List<Path> sound, int count) throws IOException {
        var picture = sound.stream()
                .filter(file -> file.toString().endsWith(".jpg"))
                .findFirst()
                .orElseThrow();
        var bytes = Files.readAllBytes(picture);
        var cut = new byte[bytes.length / 2];
        System.arraycopy(bytes, 0, cut, 0, cut.length);
        var damaged = Files.write(folder.resolve("damaged.jpg"), cut);
        return IntStream.range(0, count)
                .mapToObj(
                        index -> index % DAMAGED_EVERY == DAMAGED_EVERY - 1 ? damaged : sound.get(index % sound.size()))
                .toList();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var walk = Files.walk(folder)) {
            return new ArrayList<>(walk.filter(Files::isRegularFile).sorted().toList());
        }
    }

    private static double hundredths(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
