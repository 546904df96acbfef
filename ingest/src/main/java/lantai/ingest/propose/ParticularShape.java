package lantai.ingest.propose;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lantai.person.CreditCode;

/** Tells the value of a particular in a text that stands behind its label, or that somebody typed. */
final class ParticularShape {
    private static final Pattern COUNT =
            Pattern.compile("^(?:共|计|约)?([0-9OolI|]{1,9}) ?(?:个月|天|日|人|张床|张|月|份|次|床|年|页|件|户|名|周|期)?(?![0-9.,%:/年月-])");
    private static final Pattern ANY_NUMBER = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9-]| (?=[0-9])){3,39}");
    private static final Pattern OPTION = Pattern.compile("[☑√✓■]([^☑√✓■□☐○]{1,30})");
    private static final Pattern BOXES = Pattern.compile("[☑√✓■□☐]");
    private static final Pattern AROUND = Pattern.compile("^[:：,，、;；]+|[:：,，、;；。]+$");
    private static final int LONGEST = 80;
    private static final int NEAR = 4;
    private static final double CHECKED = 1;
    private static final double UNCHECKED = 0.3;
    private static final double UNLIKE = 0.75;
    private static final double LONG = 0.6;

    private final Particular particular;
    private final Pattern pattern;
    private final boolean shared;

    /** @param shared whether its labels announce two dates, so that the last one is there only where two are */
    ParticularShape(Particular particular, boolean shared) {
        this.particular = particular;
        this.pattern = particular.pattern().isEmpty() ? ANY_NUMBER : Pattern.compile(particular.pattern());
        this.shared = shared;
    }

    /**
     * A value.
     *
     * @param certainty 0 to 1: how well it fits
     */
    record Value(String text, Span span, double certainty, String reason) {
        double reading() {
            return reason.equals("digits") ? span.digitConfidence() : span.confidence();
        }
    }

    Particular particular() {
        return particular;
    }

    /** {@return the value that a text begins with or is} */
    Optional<Value> read(Span text) {
        return switch (particular.type()) {
            case AMOUNT -> amount(text);
            case DATE -> date(text);
            case COUNT -> count(text);
            case NUMBER -> number(text);
            case ORGANISATION -> organisation(text);
            case TEXT -> words(text);
        };
    }

    private static Optional<Value> amount(Span text) {
        Matcher digits = PrintedAmount.AT_START.matcher(text.text());
        if (digits.find()) {
            Span span = text.part(digits.start(1), digits.end(1));
            return Optional.of(new Value(PrintedAmount.value(span.text()).toPlainString(), span, 1, "digits"));
        }
        Matcher capitals = CapitalAmount.PATTERN.matcher(text.text());
        if (!capitals.find() || capitals.start() > NEAR || !CapitalAmount.isWhole(text.text(), capitals.start())) {
            return Optional.empty();
        }
        Span span = text.part(capitals.start(), capitals.end());
        return CapitalAmount.value(capitals.group())
                .map(BigDecimal::toPlainString)
                .map(value -> new Value(value, span, 1, "capitals"));
    }

    private Optional<Value> date(Span text) {
        var dates = PrintedDate.in(text);
        boolean last = particular.pick() == Particular.Pick.LAST;
        if (dates.isEmpty() || (last && shared && dates.size() < 2)) {
            return Optional.empty();
        }
        PrintedDate date = last ? dates.getLast() : dates.getFirst();
        String value = date.isWholeDay() ? date.value() : date.value().substring(0, "2025-03".length());
        return Optional.of(new Value(value, date.span(), 1, "digits"));
    }

    private static Optional<Value> count(Span text) {
        Matcher matcher = COUNT.matcher(text.text());
        if (!matcher.find()) {
            return Optional.empty();
        }
        Span span = text.part(matcher.start(1), matcher.end(1));
        String digits = LookAlike.digits(span.text()).replaceFirst("^0+(?=\\d)", "");
        return Optional.of(new Value(digits, span, 1, "digits"));
    }

    private Optional<Value> number(Span text) {
        Matcher matcher = pattern.matcher(text.text());
        boolean own = !particular.pattern().isEmpty();
        if (!matcher.find() || (!own && matcher.start() > NEAR) || matcher.start() > LONGEST) {
            return Optional.empty();
        }
        Span span = text.part(matcher.start(), matcher.end());
        String value = span.text().replace(" ", "");
        if (value.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (particular.check()) {
                    case NONE -> new Value(value, span, own ? CHECKED : UNLIKE + (1 - UNLIKE) / 2, "shape");
                    case CREDIT_CODE ->
                        CreditCode.parse(value)
                                .map(code -> new Value(code.text(), span, CHECKED, "check-digit"))
                                .orElseGet(() -> new Value(value, span, UNCHECKED, "check-digit-differs"));
                });
    }

    private static Optional<Value> organisation(Span text) {
        return bare(text).filter(span -> span.text().length() >= 3).map(span -> {
            boolean whole = Organisation.whole(span.text()).isPresent();
            return new Value(span.text(), span, whole ? 1 : UNLIKE, whole ? "organisation" : "words");
        });
    }

    private static Optional<Value> words(Span text) {
        if (BOXES.matcher(text.text()).find()) {
            String ticked = OPTION.matcher(text.text())
                    .results()
                    .map(option -> option.group(1).strip())
                    .collect(Collectors.joining("、"));
            return ticked.isEmpty() ? Optional.empty() : Optional.of(new Value(ticked, text, 1, "ticked"));
        }
        return bare(text)
                .map(span -> new Value(span.shown().strip(), span, span.text().length() > LONGEST ? LONG : 1, "words"));
    }

    /** The text without the punctuation around it; nothing where no letter is left. */
    private static Optional<Span> bare(Span text) {
        int from = 0;
        int to = text.text().length();
        for (var cut : AROUND.matcher(text.text())
                .results()
                .sorted(Comparator.comparingInt(java.util.regex.MatchResult::start))
                .toList()) {
            if (cut.start() == 0) {
                from = cut.end();
            } else {
                to = Math.min(to, cut.start());
            }
        }
        boolean worded =
                from < to && text.text().substring(from, to).codePoints().anyMatch(Character::isLetterOrDigit);
        return worded ? Optional.of(text.part(from, to)) : Optional.empty();
    }
}
