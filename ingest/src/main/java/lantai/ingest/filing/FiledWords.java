package lantai.ingest.filing;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import lantai.description.FirstWords;
import lantai.record.Item;
import lantai.storage.ArchivalStore;

/**
 * What {@code metadata.json} says of an item that the register does not hold: its amount, and what the
 * package that it came in said of it.
 */
public final class FiledWords implements FirstWords {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ArchivalStore store;

    public FiledWords(ArchivalStore store) {
        this.store = store;
    }

    @Override
    public Map<String, String> of(Item item) {
        try (var in = store.read(item.objectId(), DescriptionWork.METADATA)) {
            var metadata = JSON.readTree(in);
            var words = new TreeMap<String, String>();
            for (var element : metadata.path(ItemDocument.ELEMENTS)) {
                words.put(
                        element.path("element").asText(), element.path("value").asText());
            }
            var amount = metadata.path("amount").asText("");
            if (!amount.isEmpty()) {
                words.put("amount", amount);
            }
            return words;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
