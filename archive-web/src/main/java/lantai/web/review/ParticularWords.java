package lantai.web.review;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lantai.ingest.propose.Particular;
import lantai.ingest.propose.ParticularRules;
import lantai.ingest.propose.ParticularType;
import lantai.ingest.propose.SumFinding;
import lantai.web.text.Language;
import lantai.web.text.Text;

/** Says particulars and what their sums came to in the language of a person. */
public final class ParticularWords {
    private static final int DAY = 10;

    private final Text text;
    private final ParticularRules rules;

    public ParticularWords(Text text, ParticularRules rules) {
        this.text = text;
        this.rules = rules;
    }

    /**
     * What came of comparing values of a paper with each other.
     *
     * @param state {@code holds}, {@code differs} or {@code incomplete}
     */
    public record Sentence(String state, String words) {}

    /** {@return the name of a particular; its code when no rule knows it any more} */
    public String name(String code) {
        return rules.find(code).map(this::name).orElse(code);
    }

    private String name(Particular particular) {
        return text.language() == Language.CHINESE ? particular.name() : particular.english();
    }

    /** {@return a value as people write it} */
    public String shown(String code, String value) {
        return switch (rules.find(code).map(Particular::type).orElse(ParticularType.TEXT)) {
            case AMOUNT -> text.say("item.amount.yuan", "%,.2f".formatted(new BigDecimal(value)));
            case DATE -> value.length() == DAY ? text.day(LocalDate.parse(value)) : value;
            case TEXT, ORGANISATION, COUNT, NUMBER -> value;
        };
    }

    /** {@return what the sums and the order of the days of a paper say, what is wrong first} */
    public List<Sentence> sentences(String kind, Map<String, String> values) {
        var wrong = new ArrayList<Sentence>();
        var rest = new ArrayList<Sentence>();
        for (var order : rules.broken(kind, values)) {
            wrong.add(new Sentence(
                    "differs",
                    text.say(
                            "review.order.broken",
                            name(order.earlier()),
                            values.getOrDefault(order.earlier(), ""),
                            name(order.later()),
                            values.getOrDefault(order.later(), ""))));
        }
        for (var finding : rules.judge(kind, values)) {
            var sentence = sentence(finding, values);
            (finding.state() == SumFinding.State.DIFFERS ? wrong : rest).add(sentence);
        }
        wrong.addAll(rest);
        return wrong;
    }

    private Sentence sentence(SumFinding finding, Map<String, String> values) {
        var sum = finding.sum();
        var total = name(sum.total());
        return switch (finding.state()) {
            case HOLDS -> new Sentence("holds", text.say("review.sum.holds", total, formula(finding, values)));
            case DIFFERS ->
                new Sentence(
                        "differs",
                        text.say(
                                "review.sum.differs",
                                total,
                                formula(finding, values),
                                values.getOrDefault(sum.total(), ""),
                                finding.difference().abs().toPlainString()));
            case INCOMPLETE ->
                new Sentence(
                        "incomplete",
                        text.say(
                                "review.sum.incomplete",
                                total,
                                finding.missing().stream().map(this::name).collect(Collectors.joining("、"))));
        };
    }

    private String formula(SumFinding finding, Map<String, String> values) {
        var sum = finding.sum();
        var plus =
                sum.plus().stream().flatMap(term -> term(term, values).stream()).collect(Collectors.joining(" + "));
        var minus = sum.minus().stream().flatMap(term -> term(term, values).stream());
        return Stream.concat(Stream.of(plus), minus).collect(Collectors.joining(" − "));
    }

    private Optional<String> term(String code, Map<String, String> values) {
        var value = values.getOrDefault(code, "");
        return value.isEmpty() ? Optional.empty() : Optional.of(name(code) + ' ' + value);
    }
}
