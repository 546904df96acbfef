package lantai.ocr;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Decisions on lines as tags of an ALTO page: {@code TYPE} tells whether a rule or a person decided, {@code LABEL} which or
 * who, {@code DESCRIPTION} when; what stood there before is inside.
 */
final class AltoDecisions {

    private static final String PREFIX = "decision-";
    private static final String RULE = "decision";
    private static final String PERSON = "correction";
    private static final String NAMESPACE = "urn:lantai:text";

    private final Map<String, Decision> decisions = new HashMap<>();
    private String last = "";

    static String id(int line) {
        return PREFIX + line;
    }

    static String tag(int line, Decision decision) {
        String kind = switch (decision) {
            case Decision.ByRule rule ->
                attribute("TYPE", RULE)
                        + attribute("LABEL", rule.reason().name().toLowerCase(Locale.ROOT));
            case Decision.ByPerson person ->
                attribute("TYPE", PERSON)
                        + attribute("LABEL", person.by())
                        + attribute("DESCRIPTION", person.at().toString());
        };
        return "<OtherTag" + attribute("ID", id(line)) + kind + "><XmlData><was xmlns=\"" + NAMESPACE + '"'
                + attribute("TEXT", decision.before()) + "/></XmlData></OtherTag>\n";
    }

    private static String attribute(String name, String value) {
        return ' ' + name + "=\"" + AltoWriter.escape(value) + '"';
    }

    /** Takes the tag that the reader stands on; one that is no decision of ours is passed over. */
    void add(XMLStreamReader xml) {
        last = value(xml, "ID");
        String label = value(xml, "LABEL");
        switch (value(xml, "TYPE")) {
            case RULE ->
                decisions.put(last, new Decision.ByRule(Decision.Reason.valueOf(label.toUpperCase(Locale.ROOT)), ""));
            case PERSON ->
                decisions.put(last, new Decision.ByPerson(label, Instant.parse(value(xml, "DESCRIPTION")), ""));
            default -> last = "";
        }
    }

    private static String value(XMLStreamReader xml, String name) {
        return Optional.ofNullable(xml.getAttributeValue(null, name)).orElse("");
    }

    /** What stood before the decision that came last. */
    void was(String before) {
        decisions.computeIfPresent(last, (_, decision) -> switch (decision) {
            case Decision.ByRule rule -> new Decision.ByRule(rule.reason(), before);
            case Decision.ByPerson person -> new Decision.ByPerson(person.by(), person.at(), before);
        });
    }

    /** The decision among the tags in {@code names}, parted by blanks. */
    Optional<Decision> of(@Nullable String names) {
        if (names != null) {
            for (String name : names.split(" ", -1)) {
                Decision decision = decisions.get(name);
                if (decision != null) {
                    return Optional.of(decision);
                }
            }
        }
        return Optional.empty();
    }
}
