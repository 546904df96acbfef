package lantai.ingest.propose;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import lantai.ocr.Box;
import lantai.problem.Malformed;

/** The rule {@code particulars}: what papers of each kind tell, which amounts must add up and which days must follow each other. */
public record ParticularRules(List<Particular> particulars, List<ParticularSum> sums, List<ParticularOrder> orders) {
    /** Name of the policy. */
    public static final String POLICY = "particulars";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SHIPPED = "particulars.json";
    /** A group repeated without end can take for ever on a text of sixty characters. */
    private static final Pattern ENDLESS = Pattern.compile("\\)[*+{]");

    private static final int LONGEST_PATTERN = 200;
    private static final int LONGEST = 200;
    private static final Box NOWHERE = new Box(0, 0, 1, 1);

    public ParticularRules {
        particulars = List.copyOf(particulars);
        sums = List.copyOf(sums);
        orders = List.copyOf(orders);
    }

    /** {@return the rule that comes with the product} */
    public static String shipped() {
        try (InputStream in = ParticularRules.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + SHIPPED + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads and checks the rule.
     *
     * @throws Malformed naming the row when a pattern cannot be used, or a sum or an order speaks of what is not there
     */
    public static ParticularRules parse(String json) {
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new Malformed(ProposeProblem.RULES_UNREADABLE, e.getLocation().getLineNr());
        }
        var types = new HashMap<String, ParticularType>();
        var particulars = new ArrayList<Particular>();
        for (JsonNode row : root.path("particulars")) {
            Particular particular = particular(row);
            particulars.add(particular);
            types.put(particular.code(), particular.type());
        }
        var sums = new ArrayList<ParticularSum>();
        for (JsonNode row : root.path("sums")) {
            ParticularSum sum = sum(row);
            Set<String> terms = new HashSet<>(sum.terms());
            terms.addAll(sum.optional());
            terms.forEach(term -> require(sum.code(), term, types, ParticularType.AMOUNT));
            sums.add(sum);
        }
        var orders = new ArrayList<ParticularOrder>();
        for (JsonNode row : root.path("orders")) {
            var order = new ParticularOrder(
                    text(row, "code"),
                    text(row, "earlier"),
                    text(row, "later"),
                    words(row, "kinds"),
                    text(row, "evidence"));
            require(order.code(), order.earlier(), types, ParticularType.DATE);
            require(order.code(), order.later(), types, ParticularType.DATE);
            orders.add(order);
        }
        return new ParticularRules(particulars, sums, orders);
    }

    private static Particular particular(JsonNode row) {
        String code = text(row, "code");
        String pattern = text(row, "pattern");
        try {
            if (pattern.length() > LONGEST_PATTERN || ENDLESS.matcher(pattern).find()) {
                throw new Malformed(ProposeProblem.PARTICULAR_PATTERN, code, pattern);
            }
            Pattern.compile(pattern);
        } catch (PatternSyntaxException unusable) {
            throw new Malformed(ProposeProblem.PARTICULAR_PATTERN, code, pattern);
        }
        List<String> labels = words(row, "labels");
        if (labels.isEmpty()
                || labels.stream().anyMatch(word -> Folding.fold(word).isEmpty())) {
            throw new Malformed(ProposeProblem.PARTICULAR_UNLABELLED, code);
        }
        return new Particular(
                code,
                text(row, "name"),
                text(row, "english"),
                ParticularType.of(text(row, "type"))
                        .orElseThrow(() -> new Malformed(ProposeProblem.PARTICULAR_TYPE, code, text(row, "type"))),
                labels,
                pattern,
                text(row, "check").equals("credit-code") ? Particular.Check.CREDIT_CODE : Particular.Check.NONE,
                text(row, "pick").equals("last") ? Particular.Pick.LAST : Particular.Pick.FIRST,
                words(row, "kinds"),
                text(row, "evidence"));
    }

    private static ParticularSum sum(JsonNode row) {
        JsonNode tolerance = row.path("tolerance");
        return new ParticularSum(
                text(row, "code"),
                text(row, "name"),
                text(row, "total"),
                words(row, "plus"),
                words(row, "minus"),
                words(row, "optional"),
                tolerance.isNumber() ? tolerance.decimalValue() : BigDecimal.ZERO,
                words(row, "kinds"),
                text(row, "evidence"));
    }

    private static void require(String row, String code, Map<String, ParticularType> types, ParticularType type) {
        if (types.get(code) != type) {
            throw new Malformed(ProposeProblem.PARTICULAR_NOT_THERE, row, code);
        }
    }

    private static String text(JsonNode row, String name) {
        return row.path(name).asText("");
    }

    private static List<String> words(JsonNode row, String name) {
        var words = new ArrayList<String>();
        row.path(name).forEach(word -> words.add(word.asText()));
        return words;
    }

    /** {@return what papers of a kind tell, in the order of the rule} */
    public List<Particular> of(String kind) {
        return particulars.stream().filter(particular -> particular.isOf(kind)).toList();
    }

    /** {@return the particular with this code} */
    public Optional<Particular> find(String code) {
        return particulars.stream()
                .filter(particular -> particular.code().equals(code))
                .findFirst();
    }

    /**
     * Compares what a paper tells with the sums of its kind.
     *
     * @param values by the codes of particulars; other codes and empty values are left alone
     */
    public List<SumFinding> judge(String kind, Map<String, String> values) {
        var amounts = new HashMap<String, BigDecimal>();
        of(kind).stream()
                .filter(particular -> particular.type() == ParticularType.AMOUNT)
                .filter(particular ->
                        !values.getOrDefault(particular.code(), "").isEmpty())
                .forEach(particular ->
                        amounts.put(particular.code(), new BigDecimal(values.getOrDefault(particular.code(), "0"))));
        return sums.stream()
                .filter(sum -> sum.isOf(kind))
                .flatMap(sum -> sum.judge(amounts).stream())
                .toList();
    }

    /** {@return the orders of days that a paper breaks} */
    public List<ParticularOrder> broken(String kind, Map<String, String> values) {
        return orders.stream().filter(order -> order.isBroken(kind, values)).toList();
    }

    /**
     * Cleans and checks what somebody typed as the value of a particular, by the rules by which it is read on paper.
     *
     * @return empty when nothing was typed
     * @throws Malformed when no rule knows the particular, or it is not a value of it
     */
    public String clean(String code, String typed) {
        Particular particular =
                find(code).orElseThrow(() -> new Malformed(ProposeProblem.PARTICULAR_NOT_THERE, code, code));
        String text = typed.strip();
        if (text.isEmpty()) {
            return "";
        }
        if (text.length() > LONGEST) {
            throw new Malformed(ProposeProblem.PARTICULAR_VALUE, particular.name(), text.substring(0, 40) + "…");
        }
        return switch (particular.type()) {
            case TEXT, ORGANISATION -> text;
            case DATE, AMOUNT, COUNT, NUMBER -> {
                Span whole = Strip.of(1, text, NOWHERE).whole();
                yield new ParticularShape(particular, false)
                        .read(whole)
                        .filter(value ->
                                isWhole(value.span(), whole) && !value.reason().endsWith("differs"))
                        .orElseThrow(() -> new Malformed(ProposeProblem.PARTICULAR_VALUE, particular.name(), text))
                        .text();
            }
        };
    }

    /** Whether nothing but a unit or a currency stands beside a value. */
    private static boolean isWhole(Span value, Span typed) {
        String rest = typed.text().substring(0, value.from()) + typed.text().substring(value.to());
        return rest.matches("(?:[¥￥元整共计]|个月|天|日|人|张|月|份|次|床|年|页|件|户|名|周|期| )*");
    }
}
