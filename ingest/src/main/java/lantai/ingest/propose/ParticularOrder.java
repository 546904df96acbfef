package lantai.ingest.propose;

import java.util.List;
import java.util.Map;

/**
 * An order of days: one is not before the other.
 *
 * @param earlier code of the particular whose day comes first, or is the same
 * @param later code of the other
 * @param kinds codes of the document kinds that it holds for; empty for all
 */
public record ParticularOrder(String code, String earlier, String later, List<String> kinds, String evidence) {
    private static final int MONTH = 7;

    public ParticularOrder {
        kinds = List.copyOf(kinds);
    }

    /** {@return whether both days are told and stand the wrong way round; a month is compared as a month} */
    boolean isBroken(String kind, Map<String, String> values) {
        String first = values.getOrDefault(earlier, "");
        String second = values.getOrDefault(later, "");
        if (first.isEmpty() || second.isEmpty() || !(kinds.isEmpty() || kinds.contains(kind))) {
            return false;
        }
        int length = Math.min(first.length(), second.length()) < MONTH + 1 ? MONTH : first.length();
        return first.substring(0, length).compareTo(second.substring(0, length)) > 0;
    }
}
