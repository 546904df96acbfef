package lantai.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lantai.web.text.Language;
import lantai.web.text.Text;
import org.junit.jupiter.api.Test;

class OpenApiTest {
    private final JsonNode document = new OpenApiDocument().json();

    @Test
    void everyPublicRouteIsDescribed() {
        assertThat(routes(document)).containsExactlyInAnyOrderElementsOf(routesOfResources());
    }

    @Test
    void nothingButThePublicRoutesIsTold() {
        assertThat(document.path("paths").properties())
                .isNotEmpty()
                .allSatisfy(path -> assertThat(path.getKey()).matches("/(api/v1|iiif)/.*"));
    }

    @Test
    void everyOperationHasAChineseAndAnEnglishDescription() {
        var missing = new TreeSet<String>();
        operations().forEach((id, operation) -> {
            if (!Text.in(Language.CHINESE).has("openapi." + id)
                    || !Text.in(Language.ENGLISH).has("openapi." + id)) {
                missing.add("openapi." + id + "=");
            }
        });
        assertThat(missing).as("paste these into openapi/text_zh and text_en").isEmpty();
        operations().values().forEach(operation -> {
            assertThat(operation.path("summary").asText()).containsPattern("\\p{IsHan}");
            assertThat(operation.path("description").asText())
                    .doesNotContainPattern("\\p{IsHan}")
                    .isNotBlank();
        });
    }

    @Test
    void itIsOpenApiThreePointOneWithTheSignInByToken() {
        assertThat(document.path("openapi").asText()).startsWith("3.1.");
        assertThat(document.path("info").path("title").asText()).isNotBlank();
        assertThat(document.path("info").path("version").asText()).isNotBlank();
        assertThat(document.path("security").path(0).has("token")).isTrue();
        assertThat(document.at("/components/securitySchemes/token/scheme").asText())
                .isEqualTo("bearer");
        assertThat(operations().keySet())
                .as("ids are unique")
                .hasSize(routes(document).size());
        operations().forEach((id, operation) -> {
            assertThat(operation.path("responses").isEmpty()).as(id).isFalse();
            operation.path("parameters").forEach(parameter -> {
                assertThat(parameter.path("name").asText()).as(id).isNotBlank();
                assertThat(parameter.path("in").asText()).as(id).isIn("path", "query", "header");
            });
        });
    }

    @Test
    void everyPlaceInAPathIsAParameterAndEveryReferenceLeadsSomewhere() {
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    var places = java.util.regex.Pattern.compile("\\{([^}]+)}")
                            .matcher(path.getKey())
                            .results()
                            .map(place -> place.group(1))
                            .collect(Collectors.toSet());
                    Set<String> named = new TreeSet<>();
                    path.getValue()
                            .path("parameters")
                            .forEach(one -> named.add(one.path("name").asText()));
                    method.getValue()
                            .path("parameters")
                            .forEach(one -> named.add(one.path("name").asText()));
                    assertThat(named).as(path.getKey()).containsAll(places);
                }));
        assertThat(document.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    private Map<String, JsonNode> operations() {
        var operations = new TreeMap<String, JsonNode>();
        document.path("paths")
                .forEach(path -> path.properties().forEach(method -> {
                    if (method.getValue().has("operationId")) {
                        operations.put(method.getValue().path("operationId").asText(), method.getValue());
                    }
                }));
        return operations;
    }

    private static Set<String> routes(JsonNode document) {
        var routes = new TreeSet<String>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    if (method.getValue().has("operationId")) {
                        routes.add(method.getKey() + " " + path.getKey());
                    }
                }));
        return routes;
    }

    /** Found by reflection, not by what made the document. */
    private static Set<String> routesOfResources() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("lantai.web").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Arrays.stream(type.getMethods())
                                .flatMap(method -> httpMethods(method).stream()
                                        .map(http -> http.toLowerCase(Locale.ROOT) + " " + path(type, method))))
                        .filter(route -> OpenApiDocument.PUBLIC.stream().anyMatch(start -> route.contains(" " + start)))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> httpMethods(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(java.util.Objects::nonNull)
                .map(HttpMethod::value)
                .collect(Collectors.toSet());
    }

    private static String path(Class<?> type, Method method) {
        var own = method.isAnnotationPresent(Path.class)
                ? method.getAnnotation(Path.class).value()
                : "";
        var path = "/" + type.getAnnotation(Path.class).value() + "/" + own;
        return path.replaceAll("\\{\\s*(\\w+)\\s*:[^{}]*(\\{[^}]*}[^{}]*)*}", "{$1}")
                .replaceAll("/+", "/")
                .replaceAll("/$", "");
    }
}
