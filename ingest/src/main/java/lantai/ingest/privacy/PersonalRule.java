package lantai.ingest.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import lantai.classification.Category;
import lantai.ingest.propose.Field;
import lantai.ingest.propose.KindRule;
import lantai.problem.Malformed;
import lantai.search.PersonalNumbers;

/**
 * When a record counts as personal (agency policy {@code personal-data}; 个人信息保护法 art. 4 and 6: whatever relates to an
 * identifiable person, shown to as few as possible). It is impersonal only when its kind is known, is not about persons, its
 * words were read, and neither a name nor an identity number was found in them.
 *
 * @param personalKinds kinds that list persons although they are about none of them
 * @param namesInOffice kinds whose names are those of authors and signatories: a name alone does not make them personal
 * @param wordless categories in which a record without any words, such as a photograph, may be impersonal
 * @param registeredNames how many letters the name of a registered person has at least, for a record in whose words it
 *     stands anywhere to be personal; 2 to 4. Shorter names are often words as well: they count where they stand alone, or
 *     beside a word by which persons are called
 */
public record PersonalRule(
        Set<String> personalKinds, Set<String> namesInOffice, Set<Category> wordless, int registeredNames) {
    /** Name of the policy. */
    public static final String POLICY = "personal-data";

    private static final int LONGEST_NAME = 4;
    /** A name of several parts, whichever dot parts them. */
    private static final Pattern PARTED = Pattern.compile("\\p{IsHan}{1,12}(?:[·•・‧∙.．]\\p{IsHan}{1,12})+");

    private static final Pattern DOT = Pattern.compile("[·•・‧∙.．]");
    private static final int LONGEST_PART = 10;
    /** A short name before a word by which persons are called, or after one, or between signs. */
    private static final Pattern ALONE = Pattern.compile("(?<!\\p{IsHan})(\\p{IsHan}{2,3})(?!\\p{IsHan})"
            + "|(?<=姓名|患者|参保人|参保人员|申请人|被保险人|家属|职工|同志|本人|病人|居民|村民|为|由|与|和|、)(\\p{IsHan}{2})"
            + "|(\\p{IsHan}{2})(?=同志|先生|女士|老师|医生|主任|等|本人|于|因|的|在|系|已|、)");

    private static final Pattern BLANK = Pattern.compile("\\s+");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}{2,}");
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);

    public PersonalRule {
        personalKinds = Set.copyOf(personalKinds);
        namesInOffice = Set.copyOf(namesInOffice);
        wordless = Set.copyOf(wordless);
        if (registeredNames < 2 || registeredNames > LONGEST_NAME) {
            throw new Malformed(PrivacyProblem.RULE_MALFORMED, "registeredNames: " + registeredNames);
        }
    }

    /**
     * Reads the rule from its JSON.
     *
     * @throws Malformed when the policy's text is not such a rule
     */
    public static PersonalRule parse(String json) {
        try {
            return JSON.readValue(json, PersonalRule.class);
        } catch (JsonProcessingException notARule) {
            throw new Malformed(PrivacyProblem.RULE_MALFORMED, notARule.getOriginalMessage());
        }
    }

    /** {@return the rule that the product comes with} */
    static String shipped() {
        try (var in = PersonalRule.class.getResourceAsStream("personal-data.json")) {
            if (in == null) {
                throw new IllegalStateException("personal-data.json is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** @param kind the rule of the record's kind, empty when it has none or an unknown one */
    boolean isPersonal(Evidence evidence, Optional<KindRule> kind) {
        var named = evidence.has(Field.PERSON_NAME)
                && kind.filter(known -> namesInOffice.contains(known.code())).isEmpty();
        return evidence.item().insuredPersonId().isPresent()
                || kind.isEmpty()
                || isAboutPersons(kind.get())
                || named
                || evidence.has(Field.PERSON_ID)
                || evidence.isUnread()
                || (evidence.isWordless() && !wordless.contains(evidence.item().category()))
                || evidence.words().anyMatch(PersonalNumbers::mayBeIn);
    }

    /** {@return every run of letters in the words of a record that may be the name of a registered person} */
    Set<String> possibleNames(Evidence evidence) {
        var names = new HashSet<String>();
        evidence.words().forEach(words -> {
            parted(BLANK.matcher(words).replaceAll(""), names);
            ALONE.matcher(words).results().forEach(found -> names.add(alone(found)));
        });
        evidence.words()
                .flatMap(words ->
                        CHINESE.matcher(BLANK.matcher(words).replaceAll("")).results())
                .map(MatchResult::group)
                .forEach(run -> {
                    for (var length = registeredNames; length <= LONGEST_NAME; length++) {
                        for (var from = 0; from + length <= run.length(); from++) {
                            names.add(run.substring(from, from + length));
                        }
                    }
                });
        return names;
    }

    private static String alone(MatchResult found) {
        return found.group(1) != null ? found.group(1) : found.group(2) != null ? found.group(2) : found.group(3);
    }

    /** Each name of several parts that may begin and end within a run of letters. */
    private static void parted(String words, Set<String> names) {
        PARTED.matcher(words).results().map(MatchResult::group).forEach(run -> {
            var parts = DOT.split(run);
            for (var first = 0; first < parts.length - 1; first++) {
                for (var last = first + 1; last < parts.length; last++) {
                    var middle = String.join("·", List.of(parts).subList(first + 1, last));
                    var between = middle.isEmpty() ? "·" : "·" + middle + "·";
                    for (var from = Math.max(0, parts[first].length() - LONGEST_PART);
                            from < parts[first].length();
                            from++) {
                        for (var to = 1; to <= Math.min(LONGEST_PART, parts[last].length()); to++) {
                            names.add(parts[first].substring(from) + between + parts[last].substring(0, to));
                        }
                    }
                }
            }
        });
    }

    /** {@return whether a registered name can be found as such in the words of a record} */
    boolean seeks(String name) {
        return PARTED.matcher(name).matches() || (CHINESE.matcher(name).matches() && name.length() <= LONGEST_NAME);
    }

    private boolean isAboutPersons(KindRule kind) {
        return personalKinds.contains(kind.code())
                || kind.expects().contains(Field.PERSON_ID)
                || (kind.expects().contains(Field.PERSON_NAME) && !namesInOffice.contains(kind.code()));
    }
}
