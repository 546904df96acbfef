package lantai.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The bundles and the places that use them agree. A failure prints the lines to paste or to delete. */
class TextConsistencyTest {
    private static final Path MAIN = Path.of("src/main");
    private static final Path BUNDLES = MAIN.resolve("resources/lantai/web");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z0-9-]*\\.[A-Za-z0-9._-]*)\"");
    private static final Pattern CONSTANT = Pattern.compile("^ +([A-Z_]+),?$", Pattern.MULTILINE);
    private static final Pattern PLACE = Pattern.compile("\\{\\d");

    private final Map<String, String> chinese = read("zh");
    private final Map<String, String> english = read("en");
    private final Set<String> used = used();

    @Test
    void chineseAndEnglishHaveTheSameKeys() {
        assertThat(difference(chinese.keySet(), english.keySet()))
                .as("missing in English")
                .isEmpty();
        assertThat(difference(english.keySet(), chinese.keySet()))
                .as("missing in Chinese")
                .isEmpty();
    }

    @Test
    void everyKeyStandsInTheBundleOfItsFeature() {
        features()
                .forEach(feature -> assertThat(load(feature, "zh").keySet())
                        .allSatisfy(key -> assertThat(key).startsWith(feature + ".")));
    }

    @Test
    void everyUsedKeyHasItsText() {
        var features = features();
        var missing = used.stream()
                .filter(key -> features.contains(key.substring(0, key.indexOf('.'))))
                .filter(key -> !key.endsWith(".") && !chinese.containsKey(key))
                .filter(key -> !key.matches(".*\\.(css|js|svg|jte|json)"))
                .map(key -> key + "=")
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(missing).as("paste these into the bundles").isEmpty();
    }

    @Test
    void everyTextIsUsed() {
        var unused = chinese.keySet().stream()
                .filter(key -> !used.contains(key) && prefixes(key).noneMatch(used::contains))
                .filter(key -> !key.matches("problem\\.[A-Z].*|problem\\.title\\..*"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unused).as("delete these from the bundles").isEmpty();
    }

    @Test
    void noTextIsEmptyAndPlacesAgree() {
        chinese.forEach((key, text) -> {
            assertThat(text).as(key).isNotBlank();
            assertThat(places(english.getOrDefault(key, text))).as(key).containsAll(places(text));
        });
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(place -> place.group()).collect(Collectors.toSet());
    }

    private static Stream<String> prefixes(String key) {
        return Stream.iterate(key.lastIndexOf('.'), dot -> dot > 0, dot -> key.lastIndexOf('.', dot - 1))
                .map(dot -> key.substring(0, dot + 1));
    }

    private static Set<String> difference(Set<String> of, Set<String> without) {
        var rest = new TreeSet<>(of);
        rest.removeAll(without);
        return rest;
    }

    private static Set<String> features() {
        try (var folders = Files.list(BUNDLES)) {
            return folders.filter(folder -> Files.exists(folder.resolve("text_zh.properties")))
                    .map(folder -> folder.getFileName().toString())
                    .collect(Collectors.toSet());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Map<String, String> read(String language) {
        var texts = new TreeMap<String, String>();
        features().forEach(feature -> texts.putAll(load(feature, language)));
        return texts;
    }

    private static Map<String, String> load(String feature, String language) {
        var file = BUNDLES.resolve(feature).resolve("text_" + language + ".properties");
        try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            var properties = new Properties();
            properties.load(in);
            return properties.entrySet().stream()
                    .collect(Collectors.toMap(
                            entry -> entry.getKey().toString(),
                            entry -> entry.getValue().toString()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Set<String> used() {
        var used = literals();
        used.addAll(toldOnTheConsole());
        return used;
    }

    /** The console says {@code PORT_TAKEN} of {@code lantai.web.launch} as {@code launch.port-taken}. */
    private static Set<String> toldOnTheConsole() {
        return Stream.of("launch/LaunchProblem", "command/CommandProblem")
                .map(type -> MAIN.resolve("java/lantai/web").resolve(type + ".java"))
                .filter(Files::exists)
                .flatMap(file -> CONSTANT.matcher(content(file))
                        .results()
                        .map(constant -> file.getParent().getFileName()
                                + "."
                                + constant.group(1).toLowerCase(Locale.ROOT).replace('_', '-')))
                .collect(Collectors.toSet());
    }

    private static Set<String> literals() {
        try (var files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java")
                            || file.toString().endsWith(".jte")
                            || file.toString().endsWith(".js"))
                    .flatMap(file -> LITERAL.matcher(content(file)).results().map(literal -> literal.group(1)))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
