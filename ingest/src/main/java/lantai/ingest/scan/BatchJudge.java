package lantai.ingest.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lantai.ingest.reader.PageMeasure;
import lantai.ingest.reader.PageMeasure.Mode;
import lantai.ingest.scan.ScannedPage.Outcome;

/** Says what is wrong with the pages of a batch among each other. */
final class BatchJudge {
    private static final double FEWER_SIGNS = 0.4;

    private final ScanRule rule;
    private final PageTexts texts;

    BatchJudge(ScanRule rule, PageTexts texts) {
        this.rule = rule;
        this.texts = texts;
    }

    /** @param pages in the order of delivery */
    List<Fault> faults(List<ScannedPage> pages) {
        var faults = new ArrayList<Fault>();
        var papers = pages.stream()
                .filter(page -> page.outcome() != Outcome.SEPARATOR)
                .toList();
        rule.limit(ScanCheck.MIXED).ifPresent(_ -> faults.addAll(mixed(papers)));
        rule.limit(ScanCheck.DUPLICATE).ifPresent(limit -> faults.addAll(duplicates(papers, limit)));
        Sequence.ofPages(pages).stream().filter(this::isWanted).forEach(faults::add);
        Sequence.ofFiles(pages).stream().filter(this::isWanted).forEach(faults::add);
        return faults;
    }

    private boolean isWanted(Fault fault) {
        return rule.limit(fault.check()).isPresent();
    }

    private static List<Fault> mixed(List<ScannedPage> pages) {
        Map<String, List<ScannedPage>> groups = pages.stream()
                .filter(page -> captured(page).isPresent())
                .collect(Collectors.groupingBy(page -> captured(page).orElse(""), TreeMap::new, Collectors.toList()));
        var most = groups.entrySet().stream()
                .max(java.util.Comparator.comparingInt(group -> group.getValue().size()))
                .map(Map.Entry::getKey)
                .orElse("");
        return groups.entrySet().stream()
                .filter(group -> !group.getKey().equals(most))
                .flatMap(group ->
                        group.getValue().stream().map(page -> Fault.of(page, ScanCheck.MIXED, group.getKey(), most)))
                .toList();
    }

    private static Optional<String> captured(ScannedPage page) {
        return page.measure()
                .filter(measure -> measure.mode() != Mode.UNKNOWN)
                .map(measure -> measure.mode().name() + (measure.dpi() > 0 ? " " + rounded(measure.dpi()) : ""));
    }

    /** A pixel more or less across a page of a PDF is no other resolution. */
    private static long rounded(int dpi) {
        return Math.round(dpi / 10.0) * 10;
    }

    private List<Fault> duplicates(List<ScannedPage> pages, double limit) {
        var faults = new ArrayList<Fault>();
        var blank = rule.limit(ScanCheck.BLANK).orElse(0.0);
        var written = pages.stream()
                .filter(page -> page.measure().filter(one -> one.ink() >= blank).isPresent())
                .toList();
        for (var later = 1; later < written.size(); later++) {
            for (var earlier = 0; earlier < later; earlier++) {
                if (isAgain(written.get(earlier), written.get(later), limit)) {
                    faults.add(again(written.get(earlier), written.get(later), limit));
                    break;
                }
            }
        }
        return faults;
    }

    private boolean isAgain(ScannedPage earlier, ScannedPage later, double limit) {
        var distance = distance(earlier, later);
        if (distance > limit) {
            return false;
        }
        var one = texts.page(earlier.file(), earlier.page());
        var other = texts.page(later.file(), later.page());
        return Likeness.tellsNothing(one, other) ? distance <= limit * FEWER_SIGNS : Likeness.alike(one, other);
    }

    private static int distance(ScannedPage earlier, ScannedPage later) {
        return measure(earlier).distance(measure(later));
    }

    private static PageMeasure measure(ScannedPage page) {
        return page.measure().orElseThrow();
    }

    private static Fault again(ScannedPage earlier, ScannedPage later, double limit) {
        return new Fault(
                later,
                ScanCheck.DUPLICATE,
                Integer.toString(distance(earlier, later)),
                PageJudge.written(limit),
                Optional.of(earlier));
    }
}
