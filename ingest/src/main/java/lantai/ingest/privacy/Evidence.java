package lantai.ingest.privacy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lantai.ingest.propose.Field;
import lantai.ingest.review.FieldValue;
import lantai.record.Item;

/**
 * What is known of a record when it is asked whether it tells of persons.
 *
 * @param fields what was proposed and confirmed for it; empty when nothing is known
 * @param files the names of its files
 * @param texts the text of each page, and of each file without pages; empty for a page that was not read
 * @param said what was written into its description after filing
 */
public record Evidence(
        Item item, Map<Field, FieldValue> fields, List<String> files, List<Optional<String>> texts, List<String> said) {
    public Evidence {
        said = List.copyOf(said);
        fields = Map.copyOf(fields);
        files = List.copyOf(files);
        texts = List.copyOf(texts);
    }

    /** What is known of a record that is just being filed. */
    public Evidence(Item item, Map<Field, FieldValue> fields, List<String> files, List<Optional<String>> texts) {
        this(item, fields, files, texts, List.of());
    }

    /** {@return whether the field has a value, or was thought to have one} */
    boolean has(Field field) {
        var value = fields.get(field);
        return value != null && !(value.value().isEmpty() && value.candidates().isEmpty());
    }

    boolean isWordless() {
        return texts.stream().flatMap(Optional::stream).allMatch(String::isBlank);
    }

    boolean isUnread() {
        return texts.stream().anyMatch(Optional::isEmpty);
    }

    /** {@return all words that a reader of the record, or of its description, gets to see} */
    Stream<String> words() {
        return Stream.of(
                        Stream.of(item.title(), item.documentNumber(), item.responsible()),
                        files.stream(),
                        said.stream(),
                        texts.stream().flatMap(Optional::stream))
                .flatMap(words -> words);
    }
}
