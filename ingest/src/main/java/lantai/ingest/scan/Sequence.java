package lantai.ingest.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lantai.ingest.scan.ScannedPage.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Follows the page numbers through the pages of a batch in the order of delivery. A run of numbers begins with 1, with another file of
 * several pages, in another folder, or after a separator sheet; pages without a number count along.
 */
final class Sequence {
    private static final Pattern NUMBERED = Pattern.compile("(.*?)(\\d{2,9})(\\.[A-Za-z0-9]{1,5})");

    private final List<Fault> faults = new ArrayList<>();
    private final Map<java.util.UUID, Long> sizes;
    private @Nullable ScannedPage numbered;
    private @Nullable ScannedPage last;
    private int number;
    private int total;
    private int since;

    private Sequence(List<ScannedPage> pages) {
        sizes = pages.stream().collect(Collectors.groupingBy(ScannedPage::file, Collectors.counting()));
    }

    /** {@return the gaps, repeats and jumps in the numbers printed on pages} */
    static List<Fault> ofPages(List<ScannedPage> pages) {
        var sequence = new Sequence(pages);
        pages.forEach(sequence::take);
        sequence.end();
        return sequence.faults;
    }

    private void take(ScannedPage page) {
        if (last != null && isBreak(last, page)) {
            end();
        }
        if (page.outcome() == Outcome.SEPARATOR) {
            end();
            return;
        }
        since++;
        page.number().ifPresent(found -> compare(page, found));
        last = page;
    }

    private boolean isBreak(ScannedPage before, ScannedPage page) {
        var sameFile = before.file().equals(page.file());
        var loose = sizes.getOrDefault(before.file(), 0L) == 1 && sizes.getOrDefault(page.file(), 0L) == 1;
        return !sameFile && !(loose && folder(before.path()).equals(folder(page.path())));
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    private void compare(ScannedPage page, PageNumber found) {
        if (numbered != null && found.number() == 1) {
            since--;
            end();
            since = 1;
        }
        if (numbered != null) {
            var expected = number + since;
            if (found.number() == number) {
                add(page, ScanCheck.TWICE, Integer.toString(found.number()), Integer.toString(expected));
            } else if (found.number() < number) {
                add(page, ScanCheck.ORDER, Integer.toString(found.number()), Integer.toString(expected));
            } else if (found.number() > expected) {
                add(page, ScanCheck.GAP, span(expected, found.number() - 1), Integer.toString(found.number()));
            }
        }
        numbered = page;
        number = found.number();
        total = found.total();
        since = 0;
    }

    /** Ends a run; where the whole number of pages is printed, the end may be missing. */
    private void end() {
        if (last != null && numbered != null && total > number + since) {
            add(last, ScanCheck.GAP, span(number + since + 1, total), Integer.toString(total));
        }
        numbered = null;
        last = null;
        since = 0;
        total = 0;
    }

    private void add(ScannedPage page, ScanCheck check, String value, String bound) {
        faults.add(new Fault(page, check, value, bound, Optional.ofNullable(numbered)));
    }

    private static String span(int first, int last) {
        return first == last ? Integer.toString(first) : first + "–" + last;
    }

    /** {@return the gaps in the numbers of file names} */
    static List<Fault> ofFiles(List<ScannedPage> pages) {
        var faults = new ArrayList<Fault>();
        var firsts = pages.stream()
                .collect(Collectors.toMap(
                        ScannedPage::path, Function.identity(), (first, _) -> first, java.util.LinkedHashMap::new));
        ScannedPage before = null;
        for (var page : firsts.values()) {
            if (before != null) {
                gap(before, page).ifPresent(faults::add);
            }
            before = page;
        }
        return faults;
    }

    private static Optional<Fault> gap(ScannedPage before, ScannedPage page) {
        var first = NUMBERED.matcher(before.path());
        var second = NUMBERED.matcher(page.path());
        if (!first.matches()
                || !second.matches()
                || !first.group(1).equals(second.group(1))
                || first.group(2).length() != second.group(2).length()) {
            return Optional.empty();
        }
        var from = Integer.parseInt(first.group(2));
        var to = Integer.parseInt(second.group(2));
        return to > from + 1
                ? Optional.of(new Fault(
                        page, ScanCheck.FILE_GAP, span(from + 1, to - 1), second.group(2), Optional.of(before)))
                : Optional.empty();
    }
}
