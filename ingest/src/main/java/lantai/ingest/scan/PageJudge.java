package lantai.ingest.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lantai.ingest.reader.PageMeasure;
import lantai.ingest.reader.PageMeasure.Mode;
import lantai.ingest.scan.ScannedPage.Outcome;

/** Says what is wrong with a page by itself. */
final class PageJudge {
    private final ScanRule rule;

    PageJudge(ScanRule rule) {
        this.rule = rule;
    }

    List<Fault> faults(ScannedPage page) {
        var faults = new ArrayList<Fault>();
        if (page.outcome() == Outcome.SEPARATOR) {
            return faults;
        }
        if (page.outcome() == Outcome.REFUSED) {
            rule.limit(ScanCheck.UNREAD)
                    .ifPresent(_ -> faults.add(Fault.of(page, ScanCheck.UNREAD, page.refusal(), "")));
        }
        page.measure().ifPresent(measure -> judge(page, measure, faults));
        return faults;
    }

    /** A blank page has neither lines nor edges, and a black one no paper. */
    private void judge(ScannedPage page, PageMeasure measure, List<Fault> faults) {
        resolution(page, measure, faults);
        if (below(page, ScanCheck.DARK, measure.brightness(), faults)
                || below(page, ScanCheck.BLANK, measure.ink(), faults)) {
            return;
        }
        above(page, ScanCheck.SKEW, Math.abs(measure.skew()), faults);
        above(page, ScanCheck.BLUR, measure.edge(), faults);
        above(page, ScanCheck.BORDER, measure.border(), faults);
        above(page, ScanCheck.CUT, measure.cut(), faults);
    }

    private void resolution(ScannedPage page, PageMeasure measure, List<Fault> faults) {
        if (measure.mode() == Mode.UNKNOWN) {
            return;
        }
        if (measure.dpi() > 0) {
            below(page, ScanCheck.LOW_DPI, measure.dpi(), faults);
        } else {
            rule.limit(ScanCheck.NO_DPI)
                    .ifPresent(_ ->
                            faults.add(Fault.of(page, ScanCheck.NO_DPI, Integer.toString(measure.likelyDpi()), "")));
        }
    }

    private boolean above(ScannedPage page, ScanCheck check, double value, List<Fault> faults) {
        return kept(page, check, value, rule.limit(check).filter(bound -> value > bound), faults);
    }

    private boolean below(ScannedPage page, ScanCheck check, double value, List<Fault> faults) {
        return kept(page, check, value, rule.limit(check).filter(bound -> value < bound), faults);
    }

    private static boolean kept(
            ScannedPage page, ScanCheck check, double value, Optional<Double> broken, List<Fault> faults) {
        broken.ifPresent(bound -> faults.add(Fault.of(page, check, written(value), written(bound))));
        return broken.isPresent();
    }

    static String written(double value) {
        return value == Math.rint(value)
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.2f", value).replaceAll("0+$", "");
    }
}
