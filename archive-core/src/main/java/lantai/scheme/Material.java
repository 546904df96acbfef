package lantai.scheme;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One material of a business link's checklist.
 *
 * @param link the business link
 * @param kinds codes of the kinds of document that are this material; none when no kind is it, and only names tell
 * @param synonyms other names for it
 * @param required whether a file without it is incomplete
 * @param main whether it is the main form
 * @param scan whether it must be scanned
 * @param original whether the original is wanted, not a copy
 * @param paperKept whether the paper is kept beside the scan
 */
public record Material(
        String link,
        String name,
        List<String> kinds,
        List<String> synonyms,
        boolean required,
        boolean main,
        boolean scan,
        boolean original,
        boolean paperKept,
        String evidence) {
    public Material {
        kinds = List.copyOf(kinds);
        synonyms = List.copyOf(synonyms);
    }

    /**
     * Whether a paper is this material: by its kind, or by a name of it.
     *
     * @param kind code of the paper's kind, may be empty
     * @param words the name of its kind, its title and the names of its files
     */
    public boolean isMet(String kind, String words) {
        var small = words.toLowerCase(Locale.ROOT);
        return kinds.contains(kind)
                || Stream.concat(Stream.of(name), synonyms.stream())
                        .anyMatch(called -> small.contains(called.toLowerCase(Locale.ROOT)));
    }

    /** {@return the same, without which a file is complete too} */
    Material optional() {
        return new Material(link, name, kinds, synonyms, false, main, scan, original, paperKept, evidence);
    }
}
