package lantai.ingest.words;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import lantai.ocr.text.Lexicon;
import lantai.policy.RuleColumn;
import lantai.policy.RuleForm;
import lantai.policy.RuleTable;
import lantai.policy.RuleType;
import lantai.problem.Malformed;

/**
 * The dictionary and when a character is in doubt, kept as the policy {@code dictionary}.
 *
 * @param doubtBelow percent; a character read with less confidence is shown at the correction desk, 1 to 99
 * @param words no two the same
 */
public record WordRule(int doubtBelow, List<Word> words) {
    /** Name of the policy. */
    public static final String POLICY = "dictionary";

    private static final RuleColumn DOUBT = RuleColumn.required("doubtBelow", RuleType.NUMBER);
    static final RuleTable WORDS = new RuleTable(
            "words",
            "word",
            List.of(RuleColumn.required("word", RuleType.TEXT), RuleColumn.choice("kind", WordKind.choices())));

    /** How the rule looks to the archivist who edits it. */
    public static final RuleForm FORM = new RuleForm(List.of(DOUBT), List.of(WORDS));

    private static final ObjectMapper JSON =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    /** One word. */
    public record Word(String word, WordKind kind) {
        /** A shorter one decides nothing when pages are read. */
        public static final int SHORTEST = 3;

        public static final int LONGEST = 30;

        public Word {
            if (!isWord(word)) {
                throw new Malformed(WordProblem.WORD_MALFORMED, word, SHORTEST, LONGEST);
            }
        }

        static boolean isWord(String text) {
            return text.length() >= SHORTEST && text.length() <= LONGEST && text.matches("[\\p{IsHan}A-Za-z0-9·]+");
        }
    }

    public WordRule {
        words = List.copyOf(words);
        if (doubtBelow < 1 || doubtBelow > 99) {
            throw new Malformed(WordProblem.RULE_MALFORMED, doubtBelow);
        }
        if (words.stream().map(Word::word).distinct().count() < words.size()) {
            throw new Malformed(WordProblem.RULE_MALFORMED, "words");
        }
    }

    /**
     * Reads the rule from its JSON.
     *
     * @throws Malformed when it is not such a rule
     */
    public static WordRule parse(String json) {
        try {
            return JSON.readValue(json, WordRule.class);
        } catch (JsonProcessingException notARule) {
            if (notARule.getCause() instanceof Malformed malformed) {
                throw malformed;
            }
            throw new Malformed(WordProblem.RULE_MALFORMED, notARule.getOriginalMessage());
        }
    }

    /** {@return the rule that the product comes with} */
    static String shipped() {
        try (var in = WordRule.class.getResourceAsStream("dictionary.json")) {
            if (in == null) {
                throw new IllegalStateException("dictionary.json is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** {@return the words for the reading of pages} */
    public Lexicon lexicon() {
        return new Lexicon(words.stream().map(Word::word).toList());
    }
}
