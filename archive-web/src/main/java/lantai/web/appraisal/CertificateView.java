package lantai.web.appraisal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lantai.disposal.DestructionList;
import lantai.web.frame.Page;
import lantai.web.text.Text;

/**
 * A certificate of destruction as it was made.
 *
 * @param content its JSON
 */
public record CertificateView(Page page, DestructionList list, JsonNode content) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static CertificateView of(Page page, DestructionList list, String json) {
        return new CertificateView(page, list, read(json));
    }

    /** {@return the certificate in its parts} */
    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** {@return whether nothing was found any more} */
    public boolean clean() {
        return content.path("clean").asBoolean();
    }

    /** {@return the elements of a list} */
    public List<JsonNode> all(JsonNode of, String name) {
        var all = new ArrayList<JsonNode>();
        of.path(name).forEach(all::add);
        return all;
    }

    /** {@return the elements of a list of the certificate} */
    public List<JsonNode> all(String name) {
        return all(content, name);
    }

    /** {@return a text of the certificate} */
    public String text(JsonNode of, String name) {
        return of.path(name).asText();
    }

    /** {@return a size in words} */
    public String bytes() {
        var bytes = content.path("bytes").asLong();
        if (bytes < 1 << 10) {
            return page.say("appraisal.bytes", bytes);
        }
        return bytes < 1 << 20
                ? page.say("appraisal.kilobytes", bytes >> 10)
                : page.say("appraisal.megabytes", bytes >> 20);
    }

    /** {@return why something stays by rule, each reason once} */
    public List<String> reasons() {
        return all("staysByRule").stream()
                .map(kept -> text(kept, "reason"))
                .distinct()
                .toList();
    }

    /** {@return what was looked through of a kind} */
    public List<JsonNode> looked(String kind) {
        return all("lookedAt").stream()
                .filter(place -> text(place, "kind").equals(kind))
                .toList();
    }

    /** {@return the tables that were looked through, by their names in the house} */
    public String tables() {
        return looked("table").stream()
                .map(place -> "appraisal.table." + text(place, "place"))
                .map(key -> page.text().has(key) ? key : "appraisal.table.other")
                .distinct()
                .map(key -> page.say(key))
                .collect(Collectors.joining(page.say("appraisal.between")));
    }

    /** {@return where something was found, by its name in the house} */
    public String place(JsonNode remains) {
        return place(page.text(), text(remains, "place"));
    }

    static String place(Text text, String place) {
        return Stream.of("appraisal.table." + place, "appraisal.place." + place)
                .filter(text::has)
                .findFirst()
                .map(text::say)
                .orElse(place);
    }

    /** {@return how many things of a kind were looked at} */
    public long things(String kind) {
        return looked(kind).stream()
                .mapToLong(place -> place.path("things").asLong())
                .sum();
    }
}
