package lantai.ingest.propose.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What may stand on the forms of one kind.
 *
 * @param kind the code of its rule; for a kind that no rule knows a name of its own
 * @param known whether a rule of the product knows it
 * @param titles one form each
 * @param blocks parts that it shares with other kinds
 * @param labels its own labels
 * @param words sentences
 */
record Wording(
        String kind,
        boolean known,
        List<String> titles,
        List<List<Wording.Label>> blocks,
        List<Wording.Label> labels,
        List<String> words) {
    private static final String FILE = "forms.txt";

    /**
     * A printed label.
     *
     * @param names ways to say it
     * @param filling what is written behind it: d day, n number, m amount, p person, u unit, h hospital, a address, b bank, g sex, t words
     */
    record Label(List<String> names, char filling) {
        static Label of(String printed) {
            int colon = printed.lastIndexOf(':');
            return new Label(List.of(printed.substring(0, colon).split("/")), printed.charAt(colon + 1));
        }
    }

    /** {@return the wordings that the measurement comes with} */
    static List<Wording> all() {
        try (var in = Wording.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + FILE + " is missing");
            }
            return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Wording> read(List<String> lines) {
        var blocks = new HashMap<String, List<Label>>();
        var wordings = new ArrayList<Wording>();
        var part = new HashMap<String, String>();
        for (String line : lines) {
            if (line.startsWith("block ")) {
                int colon = line.indexOf(':');
                blocks.put(line.substring("block ".length(), colon), labels(line.substring(colon + 1)));
            } else if (!line.startsWith("#") && !line.isBlank()) {
                int blank = line.indexOf(' ');
                part.put(line.substring(0, blank), line.substring(blank + 1));
                if (line.startsWith("words ")) {
                    wordings.add(of(part, blocks));
                }
            }
        }
        return List.copyOf(wordings);
    }

    private static Wording of(Map<String, String> part, Map<String, List<Label>> blocks) {
        String kind = part.getOrDefault("kind", "");
        return new Wording(
                kind,
                !kind.startsWith("-"),
                parts(part.getOrDefault("titles", ""), "\\|"),
                parts(part.getOrDefault("blocks", ""), " ").stream()
                        .filter(name -> !name.equals("-"))
                        .map(name -> blocks.getOrDefault(name, List.of()))
                        .toList(),
                labels(part.getOrDefault("labels", "")),
                parts(part.getOrDefault("words", ""), "\\|"));
    }

    private static List<Label> labels(String printed) {
        return parts(printed, " ").stream().map(Label::of).toList();
    }

    private static List<String> parts(String printed, String parted) {
        return Arrays.stream(printed.split(parted))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
