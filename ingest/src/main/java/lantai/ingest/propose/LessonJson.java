package lantai.ingest.propose;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import lantai.problem.Clause;
import lantai.problem.Malformed;

/** The JSON of what one kind taught. */
final class LessonJson {
    private static final int VERSION = 2;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(JsonParser.Feature.AUTO_CLOSE_SOURCE)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .build();

    private LessonJson() {}

    static Learned.Lesson read(InputStream in) throws IOException {
        JsonNode root;
        try {
            root = JSON.readTree(in);
        } catch (JsonProcessingException e) {
            throw new Malformed(ProposeProblem.RULES_UNREADABLE, e.getLocation().getLineNr());
        }
        if (root.path("version").asInt() != VERSION) {
            throw new Malformed(
                    ProposeProblem.RULE_INVALID,
                    "version",
                    root.path("version").toString(),
                    new Clause(ProposeProblem.ONE_OF, VERSION));
        }
        return new Learned.Lesson(
                root.path("documents").asInt(), counts(root.path("title")), counts(root.path("text")));
    }

    private static Map<String, Integer> counts(JsonNode node) {
        var counts = new HashMap<String, Integer>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            int count = entry.getValue().asInt();
            if (count < 1) {
                throw new Malformed(
                        ProposeProblem.RULE_INVALID,
                        entry.getKey(),
                        entry.getValue().toString(),
                        new Clause(ProposeProblem.A_COUNT));
            }
            counts.put(entry.getKey(), count);
        }
        return counts;
    }

    static void write(Learned.Lesson lesson, OutputStream out) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.put("version", VERSION);
        root.put("documents", lesson.documents());
        ObjectNode title = root.putObject("title");
        lesson.title().forEach(title::put);
        ObjectNode text = root.putObject("text");
        lesson.text().forEach(text::put);
        JSON.writeValue(out, root);
    }
}
