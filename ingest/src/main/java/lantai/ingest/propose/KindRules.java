package lantai.ingest.propose;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rules by which documents are known: a value, kept as JSON in the policy records and edited by archivists.
 *
 * @param version a name for this state of the rules
 * @param kinds every kind once
 * @param labels what labels announce
 */
public record KindRules(String version, List<KindRule> kinds, List<Label> labels) {
    private static final String SHIPPED = "kinds.json";

    /** The weight of a label that stands in no list of labels, for kinds that do not name it. */
    private static final double NAMED_BY_KIND = 0.8;

    public KindRules {
        kinds = List.copyOf(kinds);
        labels = List.copyOf(labels);
    }

    /** {@return the rules that come with the product} */
    public static KindRules standard() {
        try (InputStream in = KindRules.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + SHIPPED + " is missing");
            }
            return parse(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads and checks rules.
     *
     * @throws lantai.problem.Malformed naming the place, the value and what was expected
     * @throws IOException when the stream fails
     */
    public static KindRules parse(InputStream in) throws IOException {
        return KindRulesJson.read(in);
    }

    /** Writes the rules so that {@link #parse} gives them back. The stream is left open. */
    public void write(OutputStream out) throws IOException {
        KindRulesJson.write(this, out);
    }

    /** {@return all labels, and after them those that a kind names for its amount or its day} */
    List<Label> vocabulary() {
        return Stream.of(
                        labels.stream(),
                        kinds.stream()
                                .flatMap(kind -> kind.amounts().stream())
                                .map(text -> named(text, LabelRole.AMOUNT)),
                        kinds.stream().flatMap(kind -> kind.dates().stream()).map(text -> named(text, LabelRole.DATE)))
                .flatMap(part -> part)
                .toList();
    }

    private static Label named(String text, LabelRole role) {
        return new Label(text, role, NAMED_BY_KIND);
    }

    /** {@return the rule of a kind} */
    public Optional<KindRule> kind(String code) {
        return kinds.stream().filter(kind -> kind.code().equals(code)).findFirst();
    }
}
