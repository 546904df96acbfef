package lantai.web.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The memory of the reading processes of an archive, resident set size in MiB, while pages are read. Linux only. */
final class ReaderMemory {
    private static final Pattern NOW = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB$");
    private static final Pattern PEAK = Pattern.compile("(?m)^VmHWM:\\s+(\\d+) kB$");
    /** Looks at a process that do not count for its growth, and the fewest that do. */
    private static final int WARM_UP = 2;

    private static final int FEWEST = 3;

    private final Map<String, List<Look>> series = new LinkedHashMap<>();
    private long peak;

    /**
     * One look.
     *
     * @param page how many pages were done
     */
    record Look(int page, long mebibytes) {}

    /** Looks at the peaks only. */
    void look(OwnArchive archive) {
        archive.readers().forEach(reader -> peak = Math.max(peak, mebibytes(reader, PEAK)));
    }

    /** Looks and keeps what there is. */
    void keep(OwnArchive archive, int page) {
        look(archive);
        for (var reader : archive.readers()) {
            var now = mebibytes(reader, NOW);
            if (now > 0) {
                series.computeIfAbsent(name(reader), _ -> new ArrayList<>()).add(new Look(page, now));
            }
        }
    }

    long peakMebibytes() {
        return peak;
    }

    /** {@return by process what it had} */
    Map<String, List<Look>> series() {
        return series;
    }

    /** {@return of each process that was looked at often enough, MiB a hundred pages by least squares, without its warm-up} */
    Map<String, Double> slopes() {
        var slopes = new LinkedHashMap<String, Double>();
        series.forEach((name, looks) -> {
            if (looks.size() >= WARM_UP + FEWEST) {
                slopes.put(name, Math.round(slope(looks.subList(WARM_UP, looks.size())) * 100) / 100.0);
            }
        });
        return slopes;
    }

    /** {@return the largest growth of a process in a thousand pages, as a share of what it had on average; negative when all shrink} */
    double growth() {
        var slopes = slopes();
        return series.entrySet().stream()
                .filter(process -> slopes.containsKey(process.getKey()))
                .mapToDouble(process -> slopes.getOrDefault(process.getKey(), 0.0) * 10 / average(process.getValue()))
                .max()
                .orElse(0);
    }

    private static double average(List<Look> looks) {
        return looks.stream().mapToLong(Look::mebibytes).average().orElse(1);
    }

    static double slope(List<Look> looks) {
        var page = looks.stream().mapToInt(Look::page).average().orElse(0);
        var memory = looks.stream().mapToLong(Look::mebibytes).average().orElse(0);
        var across = looks.stream()
                .mapToDouble(look -> (look.page() - page) * (look.mebibytes() - memory))
                .sum();
        var along = looks.stream()
                .mapToDouble(look -> (look.page() - page) * (look.page() - page))
                .sum();
        return along == 0 ? 0 : across / along * 100;
    }

    private static String name(ProcessHandle reader) {
        var recognises = reader.info()
                .arguments()
                .map(arguments -> String.join(" ", arguments).contains("OcrMain"))
                .orElse(false);
        return (recognises ? "recognising " : "parsing ") + reader.pid();
    }

    private static long mebibytes(ProcessHandle process, Pattern fact) {
        try {
            var facts = fact.matcher(Files.readString(Path.of("/proc/" + process.pid() + "/status")));
            return facts.find() ? Long.parseLong(facts.group(1)) >> 10 : 0;
        } catch (IOException ended) {
            return 0;
        }
    }
}
