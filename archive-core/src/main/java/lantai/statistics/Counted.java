package lantai.statistics;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the archive counts by itself for a line, written in the policy as for example {@code items held retention=D30}.
 *
 * @param retention only records of this retention code; {@code other} for all but those of {@link #STATUTORY}
 * @param category only records of this category
 */
record Counted(What what, When when, Optional<String> retention, Optional<String> category) {
    /** The classes by which holdings are reported, as codes (social-insurance report fields; agency policy). */
    static final List<String> STATUTORY = List.of("Y", "D100", "D50", "D30", "D10");

    private static final String OTHER = "other";
    private static final Pattern WRITTEN = Pattern.compile(
            "(items|singles|volumes|pages|gigabytes|visits) (held|filed|destroyed|used)(?: (retention|category)=(\\w+))?");

    /** What is counted. */
    enum What {
        ITEMS,
        /** Items that lie in no volume: those arranged by item (以件为保管单位). */
        SINGLES,
        /** Volumes that have their number (案卷). */
        VOLUMES,
        PAGES,
        GIGABYTES,
        /** One reader on one day is one, however many records. */
        VISITS
    }

    /** At the end of the year, or during it. */
    enum When {
        HELD,
        FILED,
        DESTROYED,
        USED
    }

    /** {@return what is meant, when it can be counted} */
    static Optional<Counted> of(String written) {
        var match = WRITTEN.matcher(written);
        if (!match.matches()) {
            return Optional.empty();
        }
        var counted = new Counted(
                What.valueOf(match.group(1).toUpperCase(java.util.Locale.ROOT)),
                When.valueOf(match.group(2).toUpperCase(java.util.Locale.ROOT)),
                Optional.ofNullable(match.group(4)).filter(_ -> match.group(3).equals("retention")),
                Optional.ofNullable(match.group(4)).filter(_ -> match.group(3).equals("category")));
        return Optional.of(counted).filter(Counted::isPossible);
    }

    private boolean isPossible() {
        var whole = retention.isEmpty() && category.isEmpty();
        return switch (when) {
            case HELD -> what != What.VISITS;
            case FILED -> what != What.VISITS && what != What.GIGABYTES;
            case DESTROYED -> what == What.ITEMS || what == What.PAGES;
            case USED -> whole && (what == What.ITEMS || what == What.VISITS);
        };
    }

    /** {@return whether records of this kind are meant} */
    boolean covers(String ofCategory, String ofRetention) {
        return category.filter(only -> !only.equals(ofCategory)).isEmpty()
                && retention
                        .filter(only ->
                                only.equals(OTHER) ? STATUTORY.contains(ofRetention) : !only.equals(ofRetention))
                        .isEmpty();
    }
}
