package lantai.ingest.hooking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import lantai.policy.RuleColumn;
import lantai.policy.RuleForm;
import lantai.policy.RuleTable;
import lantai.policy.RuleType;
import lantai.problem.Malformed;

/**
 * How the names of scans tell which record they belong to, kept as the policy {@code hooking}.
 *
 * @param templates in the order in which they are tried; {@code {code}} is the reference code, {@code {page}} a number of up to five
 *     digits, {@code {any}} whatever. One with a slash is held against the last folder and the name, one without against the name,
 *     both without the ending of the file
 */
public record HookRule(List<Template> templates) {
    /** Name of the policy. */
    public static final String POLICY = "hooking";

    /** How the rule looks to the archivist who edits it. */
    public static final RuleForm FORM = new RuleForm(
            List.of(),
            List.of(new RuleTable("templates", "template", List.of(RuleColumn.required("template", RuleType.TEXT)))));

    private static final ObjectMapper JSON =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
    private static final Pattern PLACE = Pattern.compile("\\{(code|page|any)}");
    private static final Pattern NOT_CODE = Pattern.compile("[^A-Z0-9\\u4e00-\\u9fa5]");

    /** One way of naming. */
    public record Template(String template) {
        public Template {
            if (!template.contains("{code}")
                    || template.indexOf("{code}") != template.lastIndexOf("{code}")
                    || PLACE.matcher(template).replaceAll("").matches(".*[{}].*")
                    || template.chars().filter(letter -> letter == '/').count() > 1) {
                throw new Malformed(HookProblem.RULE_MALFORMED, template);
            }
        }

        private Optional<Guess> guess(String folder, String stem) {
            var text = template.indexOf('/') >= 0 ? folder + '/' + stem : stem;
            var pattern = new StringBuilder();
            var last = 0;
            var places = PLACE.matcher(template);
            while (places.find()) {
                pattern.append(Pattern.quote(template.substring(last, places.start())));
                pattern.append(
                        switch (places.group(1)) {
                            case "code" -> "(?<code>[^/]+?)";
                            case "page" -> "(?<page>\\d{1,5})";
                            default -> "[^/]*";
                        });
                last = places.end();
            }
            pattern.append(Pattern.quote(template.substring(last)));
            var matcher = Pattern.compile(pattern.toString()).matcher(text);
            return matcher.matches()
                    ? Optional.of(new Guess(
                            folded(matcher.group("code")),
                            template.contains("{page}") ? Integer.parseInt(matcher.group("page")) : 0))
                    : Optional.empty();
        }
    }

    /**
     * What a name may mean.
     *
     * @param code letters and digits of the reference code, without what parts them
     * @param page 0 when the name does not tell
     */
    record Guess(String code, int page) {}

    public HookRule {
        templates = List.copyOf(templates);
        if (templates.isEmpty()) {
            throw new Malformed(HookProblem.RULE_MALFORMED, "");
        }
    }

    /**
     * Reads the rule from its JSON.
     *
     * @throws Malformed when it is not such a rule
     */
    public static HookRule parse(String json) {
        try {
            return JSON.readValue(json, HookRule.class);
        } catch (JsonProcessingException notARule) {
            if (notARule.getCause() instanceof Malformed malformed) {
                throw malformed;
            }
            throw new Malformed(HookProblem.RULE_MALFORMED, notARule.getOriginalMessage());
        }
    }

    /** {@return the rule that the product comes with} */
    public static String shipped() {
        try (var in = HookRule.class.getResourceAsStream("hooking.json")) {
            if (in == null) {
                throw new IllegalStateException("hooking.json is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** {@return what the path of a file may mean, the likeliest first} */
    List<Guess> guesses(String path) {
        var parts = List.of(path.split("/", -1));
        var name = parts.getLast();
        var dot = name.lastIndexOf('.');
        var stem = dot > 0 ? name.substring(0, dot) : name;
        var folder = parts.size() > 1 ? parts.get(parts.size() - 2) : "";
        var guesses = new ArrayList<Guess>();
        templates.forEach(template -> template.guess(folder, stem).ifPresent(guesses::add));
        return guesses;
    }

    /** {@return the letters and digits of a code: what parts them is written in many ways, and some cannot stand in names} */
    static String folded(String code) {
        return NOT_CODE.matcher(Normalizer.normalize(code, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT))
                .replaceAll("");
    }
}
