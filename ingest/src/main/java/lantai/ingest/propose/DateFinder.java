package lantai.ingest.propose;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the date of formation: under the signature (落款), behind a label such as 填表日期, under the title; other dates are
 * kept as candidates.
 */
final class DateFinder {
    private static final Pattern PRINTED_OUT = Pattern.compile("^印(?:发|制)");
    private static final Pattern ONLY_DATE_WORDS = Pattern.compile("[()（）日期:年月签章盖印公\\s·.,、-]*");
    private static final Pattern RANGE_GOES_ON = Pattern.compile("^(?:至|到|-|~)(?=\\d|[一二]|今|长期)");
    private static final Pattern RANGE_CAME = Pattern.compile("\\d[日号]?(?:至|到|-|~)$");
    private static final double SIGNATURE = 0.95;
    private static final double UNDER_TITLE = 0.9;
    private static final double BYLINE = 0.9;
    private static final double STANDING_ALONE = 0.7;
    private static final double PRINTED = 0.6;
    private static final double ENDS_CELL = 0.4;
    private static final double IN_TEXT = 0.2;
    private static final double LISTED = 0.7;
    private static final String ONE_OF_LIST = "," + Suggestion.LISTED;
    private static final String MANY_FORMS = "many-forms";
    private static final double FIRST_FORM = 0.6;
    private static final double MONTH_ONLY = 0.6;
    private static final double LATER_FORM = 0.5;
    private static final double NAMED = 0.95;
    private static final double NOT_LEADING = 0.75;
    private static final double LESS = 0.9;

    /** The reason of a printed date that the calendar does not have. A person has to say which day it was. */
    static final String NO_SUCH_DAY = "no-such-day";

    /** Below what is taken without a look; above whatever the file says of itself. */
    private static final double ASKED = 0.8;

    private final Scene scene;
    private final List<Span> titles;
    private final LeadingLabels leading;
    private final Map<String, String> firstOf = new HashMap<>();
    private final Set<String> manyForms = new HashSet<>();
    private final Candidates candidates = new Candidates(Field.DATE);

    private int firstRank = LeadingLabels.NOT_NAMED;
    private String led = "";

    private DateFinder(Scene scene, List<Span> titles, LeadingLabels leading) {
        this.scene = scene;
        this.titles = titles;
        this.leading = leading;
    }

    /**
     * @param titles the title where it is printed, again for each further form on the paper
     * @param leading the labels that the kind of the document names
     */
    static List<Suggestion> find(Scene scene, List<Span> titles, LeadingLabels leading) {
        var finder = new DateFinder(scene, titles, leading);
        for (Sheet sheet : scene.layout().sheets()) {
            for (Strip strip : sheet.strips()) {
                PrintedDate.read(strip.whole()).forEach(date -> finder.weigh(sheet, date));
            }
        }
        return finder.behind(
                finder.candidates.list().stream().map(finder::bounded).toList());
    }

    /** Another day than that behind the first of the labels that the kind names is less likely. */
    private List<Suggestion> behind(List<Suggestion> dates) {
        double best = dates.stream()
                .filter(date -> date.value().equals(led))
                .mapToDouble(Suggestion::confidence)
                .max()
                .orElse(1);
        return dates.stream()
                .map(date -> led.isEmpty()
                                || date.value().equals(led)
                                || date.reason().equals(NO_SUCH_DAY)
                        ? date
                        : date.withConfidence(Math.min(date.confidence() * NOT_LEADING, best * LESS), "another-leads"))
                .toList();
    }

    /** Notes the day behind the first of the labels that the kind names; of several under the same label the first. */
    private void lead(Optional<Labelled> label, String day) {
        int rank = label.map(item -> leading.rank(item.label())).orElse(LeadingLabels.NOT_NAMED);
        if (rank < firstRank) {
            firstRank = rank;
            led = day;
        }
    }

    private void weigh(Sheet sheet, PrintedDate date) {
        Rating rating = isOfRange(date)
                ? new Rating(IN_TEXT, "range")
                : labelled(date).or(() -> standing(sheet, date)).orElseGet(() -> inText(sheet, date));
        if (date.day().isEmpty()) {
            // a number in the running text may look like a day; where the date of formation stands it is one
            if (rating.strength > IN_TEXT) {
                double reading = Math.min(rating.strength * date.span().digitConfidence(), ASKED);
                candidates.add(new Suggestion(
                        Field.DATE,
                        date.value(),
                        date.span().shown(),
                        reading,
                        date.span().evidence(),
                        NO_SUCH_DAY));
            }
            return;
        }
        if (date.isWholeDay() && !isLater(sheet, date)) {
            lead(rating.label.filter(item -> !item.isListed()), date.value());
        }
        double strength =
                rating.strength * (date.isWholeDay() ? 1 : MONTH_ONLY) * (isLater(sheet, date) ? LATER_FORM : 1);
        Suggestion suggestion = new Suggestion(
                Field.DATE,
                date.value(),
                date.span().shown(),
                Math.clamp(strength * date.span().digitConfidence(), 0, 1),
                date.span().evidence(),
                rating.reason);
        boolean known =
                candidates.list().stream().anyMatch(other -> other.value().equals(suggestion.value()));
        if (rating.reason.endsWith(ONE_OF_LIST)) {
            candidates.addListed(suggestion.value(), date.span(), LISTED, rating.reason);
        } else if (rating.strength > IN_TEXT || !known) {
            candidates.add(repeated(suggestion));
        }
    }

    /** The same label before different dates means several forms on one paper: the first is the likelier. */
    private Suggestion repeated(Suggestion suggestion) {
        boolean labelled = suggestion.reason().startsWith("label-");
        String first = labelled ? firstOf.putIfAbsent(suggestion.reason(), suggestion.value()) : null;
        if (first == null || first.equals(suggestion.value())) {
            return suggestion;
        }
        manyForms.add(suggestion.reason());
        return suggestion.withConfidence(Math.min(suggestion.confidence(), LATER_FORM), MANY_FORMS);
    }

    private Suggestion bounded(Suggestion suggestion) {
        boolean many = manyForms.stream().anyMatch(reason -> suggestion.reason().startsWith(reason));
        return many && suggestion.confidence() > FIRST_FORM
                ? suggestion.withConfidence(FIRST_FORM, MANY_FORMS)
                : suggestion;
    }

    /** From one day to another: neither is the date of formation. */
    private static boolean isOfRange(PrintedDate date) {
        String text = date.span().strip().text();
        return RANGE_GOES_ON.matcher(text.substring(date.span().to())).find()
                || RANGE_CAME.matcher(text.substring(0, date.span().from())).find();
    }

    /** A date that ends a cell, as behind an opinion, may be the last step; the lowest is the likeliest. */
    private static Rating inText(Sheet sheet, PrintedDate date) {
        Strip strip = date.span().strip();
        boolean ends = date.span().to() == strip.text().length()
                && strip.opensAt(date.span().from());
        return ends
                ? new Rating(ENDS_CELL + 0.1 * Math.clamp(sheet.depth(strip), 0, 1), "ends-cell")
                : new Rating(IN_TEXT, "in-text");
    }

    /** How strongly a place speaks for a date. */
    private record Rating(double strength, String reason, Optional<Labelled> label) {
        Rating(double strength, String reason) {
            this(strength, reason, Optional.empty());
        }
    }

    private Optional<Rating> labelled(PrintedDate date) {
        return scene.labelsOf(date.span())
                .filter(item -> item.label().role() == LabelRole.DATE
                        || item.label().role() == LabelRole.OTHER_DATE
                        || leading.names(item.label()))
                .filter(item -> item.placement() != Labelled.Placement.INLINE || startsValue(item, date.span()))
                .map(item -> item.isListed()
                        ? new Rating(IN_TEXT, item.reason() + ONE_OF_LIST, Optional.of(item))
                        : new Rating(weight(item.label()) * item.certainty(), item.reason(), Optional.of(item)))
                .max(Comparator.comparingDouble(Rating::strength));
    }

    private double weight(Label label) {
        return leading.names(label) ? Math.max(NAMED, label.weight()) : label.weight();
    }

    private static boolean startsValue(Labelled item, Span date) {
        return date.from() - item.value().from() <= 2;
    }

    private Optional<Rating> standing(Sheet sheet, PrintedDate date) {
        Strip strip = date.span().strip();
        String before = strip.text().substring(0, date.span().from());
        String after = strip.text().substring(date.span().to());
        if (PRINTED_OUT.matcher(after).find()) {
            return Optional.of(new Rating(PRINTED, "printed-out"));
        }
        boolean alone = ONLY_DATE_WORDS.matcher(before).matches()
                && ONLY_DATE_WORDS.matcher(after).matches();
        boolean byline = !alone && after.isEmpty() && Organisation.whole(before).isPresent();
        if (!alone && !byline) {
            return Optional.empty();
        }
        if (isUnderTitle(sheet, strip)) {
            return Optional.of(new Rating(byline ? BYLINE : UNDER_TITLE, "under-title"));
        }
        double depth = sheet.depth(strip);
        boolean signed = isSigned(sheet, strip);
        boolean right = strip.level().centerX() > 0.45 * sheet.width();
        if (byline || signed || (depth > 0.45 && right && scene.layout().placed())) {
            return Optional.of(new Rating(signed ? SIGNATURE : SIGNATURE - 0.04, "signature"));
        }
        return Optional.of(new Rating(STANDING_ALONE, "stands-alone"));
    }

    private boolean isUnderTitle(Sheet sheet, Strip strip) {
        return titles.stream()
                .filter(title -> title.strip().page() == sheet.number())
                .map(title -> title.strip().level())
                .anyMatch(title ->
                        strip.level().top() > title.top() && strip.level().top() - title.bottom() < 5 * strip.height());
    }

    /** Whether the line above names an organisation or person who signs. */
    private static boolean isSigned(Sheet sheet, Strip strip) {
        return sheet.strips().stream()
                .filter(other -> other.level().centerY() < strip.level().top())
                .filter(other -> strip.level().top() - other.level().bottom() < 2.5 * strip.height())
                .filter(other ->
                        Math.abs(other.level().centerX() - strip.level().centerX()) < 0.15 * sheet.width())
                .anyMatch(other -> Organisation.whole(other.text()).isPresent()
                        || other.text().endsWith("(盖章)"));
    }

    /** Whether the date belongs to a second form that begins with the same title on the same sheet. */
    private boolean isLater(Sheet sheet, PrintedDate date) {
        return titles.stream()
                .skip(1)
                .filter(title -> title.strip().page() == sheet.number())
                .anyMatch(title -> title.strip().level().top()
                        < date.span().strip().level().top());
    }
}
