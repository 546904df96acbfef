package lantai.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lantai.record.Item;

/** The elements of a description as texts by name: once as the register has them, once as the package has them. */
final class ItemValues {
    static final List<String> NAMES = List.of(
            "referenceCode",
            "fonds",
            "category",
            "kind",
            "year",
            "retention",
            "title",
            "documentNumber",
            "responsible",
            "date",
            "filedAt",
            "filedBy");

    private ItemValues() {}

    static Map<String, String> of(Item item) {
        var values = new LinkedHashMap<String, String>();
        values.put("referenceCode", item.referenceCode().text());
        values.put("fonds", item.fonds());
        values.put("category", item.category().name());
        values.put("kind", item.kind());
        values.put("year", Integer.toString(item.year()));
        values.put("retention", item.retention().code());
        values.put("title", item.title());
        values.put("documentNumber", item.documentNumber());
        values.put("responsible", item.responsible());
        values.put("date", item.dated().map(Object::toString).orElse(""));
        values.put("filedAt", item.filedAt().toString());
        values.put("filedBy", item.filedBy());
        return values;
    }

    static Map<String, String> of(JsonNode metadata) {
        var values = new LinkedHashMap<String, String>();
        NAMES.forEach(name -> values.put(name, metadata.path(name).asText("")));
        return values;
    }
}
