package lantai.statistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import lantai.classification.Category;
import lantai.policy.RuleChoice;
import lantai.retention.RetentionPeriod;

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
        ITEMS("件"),
        /** Items that lie in no volume: those arranged by item (以件为保管单位). */
        SINGLES("以件为保管单位的件"),
        /** Volumes that have their number (案卷). */
        VOLUMES("案卷"),
        PAGES("页"),
        GIGABYTES("GB"),
        /** One reader on one day is one, however many records. */
        VISITS("利用人次");

        private final String chinese;

        What(String chinese) {
            this.chinese = chinese;
        }
    }

    /** At the end of the year, or during it. */
    enum When {
        HELD("年末室存"),
        FILED("本年归档"),
        DESTROYED("本年销毁"),
        USED("本年利用");

        private final String chinese;

        When(String chinese) {
            this.chinese = chinese;
        }
    }

    /** {@return all that can be counted, with its name, for those who write the form} */
    static List<RuleChoice> choices() {
        var parts = new LinkedHashMap<String, String>();
        parts.put("", "");
        STATUTORY.forEach(code -> parts.put(
                " retention=" + code,
                "，" + RetentionPeriod.parse(code).orElseThrow().chinese()));
        parts.put(" retention=" + OTHER, "，其他期限");
        for (var category : Category.values()) {
            parts.put(" category=" + category.name(), "，" + category.chinese() + "档案");
        }
        var choices = new ArrayList<RuleChoice>();
        for (var when : When.values()) {
            for (var what : What.values()) {
                parts.forEach((written, told) -> of(small(what) + ' ' + small(when) + written)
                        .ifPresent(_ -> choices.add(new RuleChoice(
                                small(what) + ' ' + small(when) + written,
                                when.chinese + "（" + what.chinese + told + "）"))));
            }
        }
        return choices;
    }

    private static String small(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** {@return what is meant, when it can be counted} */
    static Optional<Counted> of(String written) {
        var match = WRITTEN.matcher(written);
        if (!match.matches()) {
            return Optional.empty();
        }
        var counted = new Counted(
                What.valueOf(match.group(1).toUpperCase(Locale.ROOT)),
                When.valueOf(match.group(2).toUpperCase(Locale.ROOT)),
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
