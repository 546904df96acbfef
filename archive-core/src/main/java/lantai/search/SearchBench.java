package lantai.search;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lantai.access.Visibility;

/** Measures the index with generated items. */
public final class SearchBench {
    private static final int LETTERS = 340;
    private static final int PORTION = 500;
    private static final int SEARCHES = 200;
    private static final long SEED = 20261122;

    private SearchBench() {}

    /**
     * What was measured.
     *
     * @param items items indexed
     * @param textBytes their texts in UTF-8
     * @param indexBytes the files of the index after the last commit
     * @param indexCpuSeconds processor time of all threads, making the items up not counted
     * @param phraseMedianMillis processor time of the middle search for a phrase, with facets, snippets and counts
     * @param phraseSlowMillis the same of the search slower than 95 of 100
     * @param similarMedianMillis the same of the middle search for a word with a wrong character
     * @param similarSlowMillis the same of the search slower than 95 of 100
     */
    public record Figures(
            int items,
            long textBytes,
            long indexBytes,
            double indexCpuSeconds,
            double phraseMedianMillis,
            double phraseSlowMillis,
            double similarMedianMillis,
            double similarSlowMillis) {

        /** {@return items indexed in one second of processor time} */
        public double itemsPerCpuSecond() {
            return items / indexCpuSeconds;
        }

        /** {@return bytes of index for each byte of text} */
        public double sizeRatio() {
            return (double) indexBytes / textBytes;
        }
    }

    /**
     * Indexes items of about 1 KB and searches for pieces of their text.
     *
     * @param folder an empty folder for the index, kept afterwards
     */
    public static Figures run(Path folder, int items) throws IOException {
        var generated = new GeneratedItems(SEED);
        var pieces = new ArrayList<String>();
        long textBytes = 0;
        long cpu = 0;
        try (var index =
                SearchIndex.open(folder, SearchSettings.of(number -> Integer.toHexString(number.hashCode())))) {
            for (int done = 0; done < items; done += PORTION) {
                var portion = new ArrayList<Change>(PORTION);
                for (int i = done; i < Math.min(items, done + PORTION); i++) {
                    var item = generated.next(i, LETTERS);
                    textBytes += bytes(item);
                    portion.add(new Change.Put(item));
                    if (i % Math.max(1, items / SEARCHES) == 0) {
                        pieces.add(piece(item.pages().getFirst()));
                    }
                }
                long before = cpu();
                index.apply(portion, done);
                cpu += cpu() - before;
            }
            long before = cpu();
            index.commit();
            index.refresh();
            cpu += cpu() - before;
            var phrases =
                    searches(index, pieces.stream().map(SearchBench::quoted).toList());
            var similar = searches(index, pieces.stream().map(SearchBench::bent).toList());
            return new Figures(
                    items,
                    textBytes,
                    size(folder),
                    cpu / 1e9,
                    phrases[phrases.length / 2],
                    phrases[phrases.length * 95 / 100],
                    similar[similar.length / 2],
                    similar[similar.length * 95 / 100]);
        }
    }

    private static double[] searches(SearchIndex index, List<String> pieces) {
        pieces.forEach(piece -> index.search(SearchQuery.of(piece), new Visibility.All()));
        var millis = pieces.stream()
                .mapToDouble(piece -> {
                    long before = threadCpu();
                    index.search(SearchQuery.of(piece), new Visibility.All());
                    return (threadCpu() - before) / 1e6;
                })
                .toArray();
        Arrays.sort(millis);
        return millis;
    }

    /** Six letters from the middle of a text. */
    private static String piece(String text) {
        String letters = Letters.of(text).text().replaceAll("[\\x00\\x01]", "");
        return letters.substring(100, 106);
    }

    private static String quoted(String piece) {
        return '"' + piece + '"';
    }

    private static String bent(String piece) {
        return piece.substring(0, 2) + '\u946b' + piece.substring(3);
    }

    private static long bytes(IndexedItem item) {
        return item.title().getBytes(StandardCharsets.UTF_8).length
                + item.pages().stream()
                        .mapToLong(page -> page.getBytes(StandardCharsets.UTF_8).length)
                        .sum();
    }

    private static long size(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static long threadCpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
