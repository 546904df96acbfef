package lantai.web.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The colours of the style sheet can be read: WCAG AA everywhere, AAA in large type, light and dark. */
class ContrastTest {
    private static final Path STYLE = Path.of("src/main/resources/lantai/web/assets/lantai.css");
    private static final Pattern TOKEN = Pattern.compile("--([a-z-]+): (#[0-9a-f]{6});");
    private static final List<String> INKS = List.of("ink", "muted", "primary", "seal", "ok", "wait", "fault");
    private static final List<String> PAPERS = List.of("paper", "surface", "sunken");
    private static final List<String> WASHED = List.of("primary", "seal", "ok", "wait", "fault");

    private final Map<String, String> light;
    private final Map<String, String> dark;
    private final Map<String, String> lightLarge;
    private final Map<String, String> darkLarge;

    ContrastTest() throws IOException {
        var sets = new ArrayList<Map<String, String>>();
        for (var block : Files.readString(STYLE).split("\\{", -1)) {
            var tokens = new HashMap<String, String>();
            TOKEN.matcher(block).results().forEach(token -> tokens.put(token.group(1), token.group(2)));
            if (!tokens.isEmpty()) {
                sets.add(tokens);
            }
        }
        light = sets.get(0);
        dark = with(light, sets.get(1));
        assertThat(sets.get(2)).as("dark by choice = dark by system").isEqualTo(sets.get(1));
        lightLarge = with(light, sets.get(3));
        darkLarge = with(dark, sets.get(4));
        assertThat(sets.get(5)).as("large dark by choice = by system").isEqualTo(sets.get(4));
    }

    @Test
    void textReachesAa() {
        check(light, 4.5);
        check(dark, 4.5);
    }

    @Test
    void largeTypeReachesAaa() {
        check(lightLarge, 7);
        check(darkLarge, 7);
    }

    @Test
    void controlsStandOutFromThePaper() {
        for (var tokens : List.of(light, dark)) {
            assertThat(ratio(tokens.get("line-strong"), tokens.get("surface"))).isGreaterThanOrEqualTo(2.9);
        }
    }

    private static void check(Map<String, String> tokens, double least) {
        for (var ink : INKS) {
            for (var paper : PAPERS) {
                assertThat(ratio(tokens.get(ink), tokens.get(paper)))
                        .as(ink + " on " + paper)
                        .isGreaterThanOrEqualTo(least);
            }
        }
        for (var ink : WASHED) {
            assertThat(ratio(tokens.get(ink), tokens.get(ink + "-wash")))
                    .as(ink + " on its wash")
                    .isGreaterThanOrEqualTo(least);
        }
        assertThat(ratio(tokens.get("on-primary"), tokens.get("primary"))).isGreaterThanOrEqualTo(least);
        assertThat(ratio(tokens.get("on-seal"), tokens.get("seal"))).isGreaterThanOrEqualTo(least);
        assertThat(ratio(tokens.get("ink"), tokens.get("hit"))).isGreaterThanOrEqualTo(least);
    }

    private static Map<String, String> with(Map<String, String> base, Map<String, String> other) {
        var all = new HashMap<>(base);
        all.putAll(other);
        return all;
    }

    private static double ratio(String one, String other) {
        var a = luminance(one);
        var b = luminance(other);
        return (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    }

    private static double luminance(String colour) {
        var rgb = Integer.parseInt(colour.substring(1), 16);
        return .2126 * channel(rgb >> 16) + .7152 * channel(rgb >> 8) + .0722 * channel(rgb);
    }

    private static double channel(int value) {
        var share = (value & 255) / 255.0;
        return share <= .04045 ? share / 12.92 : Math.pow((share + .055) / 1.055, 2.4);
    }
}
