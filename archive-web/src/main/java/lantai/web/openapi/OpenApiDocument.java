package lantai.web.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lantai.web.text.Language;
import lantai.web.text.Text;

/**
 * What the build took from the resources, reduced to what other systems may use: the paths below {@code /api/} and {@code
 * /iiif/}, each with a Chinese summary, an English description and the sign-in by token, and the schemas that they name.
 */
final class OpenApiDocument {
    /** Where public paths begin. */
    static final List<String> PUBLIC = List.of("/api/", "/iiif/");

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");
    private static final String SCHEMAS = "#/components/schemas/";

    private final Text chinese = Text.in(Language.CHINESE);
    private final Text english = Text.in(Language.ENGLISH);

    /** {@return the document} */
    ObjectNode json() {
        var document = generated();
        var info = document.withObjectProperty("info");
        info.put("title", "Lantai 兰台");
        info.put("summary", chinese.say("openapi.summary"));
        info.put("description", english.say("openapi.summary"));
        var paths = document.withObjectProperty("paths");
        paths.remove(names(paths).stream()
                .filter(path -> PUBLIC.stream().noneMatch(path::startsWith))
                .toList());
        paths.forEach(this::describe);
        var components = document.withObjectProperty("components");
        keepNamed(document, components.withObjectProperty("schemas"));
        components.remove("securitySchemes");
        components
                .withObjectProperty("securitySchemes")
                .putObject("token")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("description", chinese.say("openapi.token") + " / " + english.say("openapi.token"));
        document.putArray("security").addObject().putArray("token");
        document.putArray("servers").addObject().put("url", "/");
        return document;
    }

    private static ObjectNode generated() {
        try (var in = OpenApiDocument.class.getResourceAsStream("openapi.json")) {
            if (in == null) {
                throw new IllegalStateException("openapi.json is missing");
            }
            return (ObjectNode) new ObjectMapper().readTree(in);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void describe(JsonNode path) {
        for (var operation : path.properties()) {
            if (METHODS.contains(operation.getKey())) {
                describe((ObjectNode) operation.getValue());
            }
        }
    }

    private void describe(ObjectNode operation) {
        var key = "openapi." + operation.path("operationId").asText();
        operation.put("summary", chinese.say(key));
        operation.put("description", english.say(key));
        // what the frame reads of every request, such as the language, concerns browsers alone
        var parameters = operation.withArrayProperty("parameters");
        for (var index = parameters.size() - 1; index >= 0; index--) {
            if (Set.of("cookie", "form")
                    .contains(parameters.path(index).path("in").asText())) {
                parameters.remove(index);
            }
        }
        if (parameters.isEmpty()) {
            operation.remove("parameters");
        }
        var problem = operation.withObjectProperty("responses").putObject("default");
        problem.put("description", chinese.say("openapi.problem") + " / " + english.say("openapi.problem"));
        problem.putObject("content")
                .putObject("application/problem+json")
                .putObject("schema")
                .put("type", "object");
    }

    /** Leaves only the schemas that a public path names, or that one of those names. */
    private static void keepNamed(ObjectNode document, ObjectNode schemas) {
        Set<String> named = new HashSet<>();
        var open = new ArrayDeque<JsonNode>();
        open.add(document.path("paths"));
        while (!open.isEmpty()) {
            for (var reference : open.remove().findValuesAsText("$ref")) {
                var name = reference.startsWith(SCHEMAS) ? reference.substring(SCHEMAS.length()) : "";
                if (!name.isEmpty() && named.add(name)) {
                    open.add(schemas.path(name));
                }
            }
        }
        schemas.retain(named);
    }

    private static Set<String> names(ObjectNode node) {
        Set<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
