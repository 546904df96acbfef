package lantai.ingest.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
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
 *     stands to be personal; 2 to 4. Names of two letters are often words as well
 */
public record PersonalRule(
        Set<String> personalKinds, Set<String> namesInOffice, Set<Category> wordless, int registeredNames) {
    /** Name of the policy. */
    public static final String POLICY = "personal-data";

    private static final int LONGEST_NAME = 4;
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

    /** {@return whether a registered name can be found as such in the words of a record} */
    boolean seeks(String name) {
        return CHINESE.matcher(name).matches() && name.length() >= registeredNames && name.length() <= LONGEST_NAME;
    }

    private boolean isAboutPersons(KindRule kind) {
        return personalKinds.contains(kind.code())
                || kind.expects().contains(Field.PERSON_ID)
                || (kind.expects().contains(Field.PERSON_NAME) && !namesInOffice.contains(kind.code()));
    }
}
