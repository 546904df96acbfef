package lantai.web.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lantai.database.Database;
import lantai.ingest.sample.SampleArchive;
import lantai.record.GeneratedCatalogue;
import lantai.web.launch.RunningArchive;
import lantai.web.outside.OutsideDoors;

/**
 * How long a database takes to come back from the objects alone, and what the way of a file from its receipt to being found costs
 * while the database grows.
 */
public final class RebuildBench {
    private static final List<Integer> ROWS = List.of(1_000, 10_000, 100_000, 1_000_000);
    private static final int EACH = 200;
    private static final int BYTES = 20_000;
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
    public RebuildBench(Path distribution, Path folder, InstantSource clock) {
        this.distribution = distribution;
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * What a file costs when so many records are in the database.
     *
     * @param rows records without files beside those that were filed
     * @param filesPerSecond from receipt to findable, of two hundred files
     */
    public record Size(int rows, double filesPerSecond) {}

    /**
     * Measures both.
     *
     * @param items how many records are filed and brought back
     */
    public Map<String, Object> run(int items) throws IOException, InterruptedException {
        SampleArchive.textPdfs(folder.resolve("letters"), items + ROWS.size() * EACH, BYTES);
        var letters = letters();
        try (var archive = OwnArchive.start(distribution, data(), Map.of())) {
            file(archive, letters.subList(0, items));
        }
        var figures = new LinkedHashMap<String, Object>();
        figures.put("rebuild", rebuild(items));
        figures.put("databaseGrowth", growth(letters.subList(items, letters.size())));
        return figures;
    }

    private Path data() {
        return folder.resolve("data");
    }

    private List<Path> letters() throws IOException {
        try (var walk = Files.walk(folder.resolve("letters"))) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private double file(OwnArchive archive, List<Path> letters) throws IOException, InterruptedException {
        var clerk = Clerk.of(archive, clock);
        try (var database = Database.open(RunningArchive.find(archive.data()).database(Map.of()))) {
            var line = new WorkLine(archive, clerk, OutsideDoors.open(database, archive.data(), ZONE, clock));
            return letters.size() / line.throughout("样例", letters);
        }
    }

    private Map<String, Object> rebuild(int items) throws IOException, InterruptedException {
        var process = OwnArchive.command(distribution, "rebuild", "--data", data().toString(), "--replace")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var report = new ObjectMapper()
                .readTree(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        if (process.waitFor() != 0 || report.path("items").asInt() != items) {
            throw new IllegalStateException("not everything came back: " + report);
        }
        var seconds = report.path("seconds").asDouble();
        return Map.of("items", items, "seconds", seconds, "itemsPerSecond", Math.round(items / seconds));
    }

    private List<Size> growth(List<Path> letters) throws IOException, InterruptedException {
        var sizes = new ArrayList<Size>();
        try (var archive = OwnArchive.start(distribution, data(), Map.of());
                var database = Database.open(RunningArchive.find(archive.data()).database(Map.of()))) {
            var generated = new GeneratedCatalogue(CatalogueBench.classes(archive, Clerk.of(archive, clock)));
            for (var rows : ROWS) {
                database.jdbi().useHandle(handle -> generated.add(handle, rows));
                var some = letters.subList(sizes.size() * EACH, (sizes.size() + 1) * EACH);
                sizes.add(new Size(rows, Math.round(file(archive, some) * 10) / 10.0));
            }
        }
        return sizes;
    }
}
