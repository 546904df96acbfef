package lantai.web.inbox;

import java.util.List;
import java.util.Map;
import lantai.web.frame.Page;

/**
 * The files of all batches in quarantine.
 *
 * @param parts what was put aside of files that go on otherwise; nothing for people who do not review
 * @param reasons how many there are for which reason
 * @param reason the reason asked for, empty for all
 * @param number which page, from 1
 * @param size how many files a page has
 * @param total how many files there are on all pages
 */
public record QuarantineView(
        Page page,
        List<FileLine> files,
        List<PartAside> parts,
        List<Map.Entry<String, Integer>> reasons,
        String reason,
        int number,
        int size,
        int total) {
    public QuarantineView {
        files = List.copyOf(files);
        parts = List.copyOf(parts);
        reasons = List.copyOf(reasons);
    }

    /** {@return how many files are in quarantine for any reason} */
    public int all() {
        return reasons.stream().mapToInt(Map.Entry::getValue).sum();
    }

    /** {@return the number of the first file, from 1} */
    public int first() {
        return (number - 1) * size + 1;
    }

    /** {@return the number of the last file} */
    public int last() {
        return first() + files.size() - 1;
    }
}
