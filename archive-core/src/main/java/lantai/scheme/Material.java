package lantai.scheme;

import java.util.Locale;

/**
 * One material of a business link's checklist.
 *
 * @param link the business link
 * @param required whether a file without it is incomplete
 * @param main whether it is the main form
 * @param scan whether it must be scanned
 * @param original whether the original is wanted, not a copy
 * @param paperKept whether the paper is kept beside the scan
 */
public record Material(
        String link,
        String name,
        boolean required,
        boolean main,
        boolean scan,
        boolean original,
        boolean paperKept,
        String evidence) {
    /** {@return whether a kind, title or file name tells that a paper is this material} */
    public boolean isNamedIn(String words) {
        return words.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
    }

    /** {@return the same, without which a file is complete too} */
    Material optional() {
        return new Material(link, name, false, main, scan, original, paperKept, evidence);
    }
}
