package lantai.ingest.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import lantai.problem.Malformed;

/**
 * How records that tell of persons are shown and given away (agency policy {@code disclosure}; 个人信息保护法 art. 6 and 51:
 * shown to as few as possible, de-identified).
 *
 * @param reasonHours for how many hours a reason that was stated for taking a record away holds, 0 to 72; with 0 each time asks
 *     for one
 * @param masks numbers that are masked in text, beside identity numbers, which always are
 */
public record DisclosureRule(int reasonHours, List<NumberMask> masks) {
    /** Name of the policy. */
    public static final String POLICY = "disclosure";

    private static final int MOST_HOURS = 72;
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);

    public DisclosureRule {
        masks = List.copyOf(masks);
        if (reasonHours < 0 || reasonHours > MOST_HOURS) {
            throw new Malformed(PrivacyProblem.RULE_MALFORMED, "reasonHours: " + reasonHours);
        }
    }

    /**
     * Reads the rule from its JSON.
     *
     * @throws Malformed when the policy's text is not such a rule
     */
    public static DisclosureRule parse(String json) {
        try {
            return JSON.readValue(json, DisclosureRule.class);
        } catch (JsonMappingException notARule) {
            throw notARule.getCause() instanceof Malformed malformed
                    ? malformed
                    : new Malformed(PrivacyProblem.RULE_MALFORMED, notARule.getOriginalMessage());
        } catch (JsonProcessingException notJson) {
            throw new Malformed(PrivacyProblem.RULE_MALFORMED, notJson.getOriginalMessage());
        }
    }

    /** {@return the rule that the product comes with} */
    public static String shipped() {
        try (var in = DisclosureRule.class.getResourceAsStream("disclosure.json")) {
            if (in == null) {
                throw new IllegalStateException("disclosure.json is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** {@return for how long a stated reason holds} */
    public Duration reasonHolds() {
        return Duration.ofHours(reasonHours);
    }

    /** {@return a text with its personal numbers masked, as long as before} */
    public String masked(String text) {
        return new MaskedText(text, masks).text();
    }
}
