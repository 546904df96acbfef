package lantai.record;

import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How an item is written into a row, whichever table takes it. */
final class ItemRows {
    private ItemRows() {}

    /** {@return every column with its value, in one order for all items} */
    static Map<String, @Nullable Object> values(Item item) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("id", item.id());
        row.put("reference_code", item.referenceCode().text());
        row.put("fonds", item.fonds());
        row.put("category", item.category().name());
        row.put("kind", item.kind());
        row.put("kind_name", item.kindName());
        row.put("year", item.year());
        row.put("retention", item.retention().code());
        row.put("title", item.title());
        row.put("document_number", item.documentNumber());
        row.put("responsible", item.responsible());
        row.put("dated", item.dated().orElse(null));
        row.put("department_id", item.departmentId().orElse(null));
        row.put("insured_person_id", item.insuredPersonId().orElse(null));
        row.put("personal", item.privacy().personal());
        row.put("personal_rule", item.privacy().rule());
        row.put("origin", item.origin().name());
        row.put("page_count", item.pageCount());
        row.put("object_id", item.objectId());
        row.put("object_version", item.objectVersion());
        row.put("filed_at", item.filedAt().atOffset(ZoneOffset.UTC));
        row.put("filed_by", item.filedBy());
        row.put("version", item.version());
        var code = CodeColumns.of(item.referenceCode());
        row.put("code_class", code.get("codeClass"));
        row.put("code_project", code.get("codeProject"));
        row.put("code_organisation", code.get("codeOrganisation"));
        row.put("code_volume", code.get("codeVolume"));
        row.put("code_scope", code.get("codeScope"));
        row.put("item_number", code.get("itemNumber"));
        return row;
    }

    /** {@return the names of the columns, joined} */
    static String columns(Map<String, @Nullable Object> row) {
        return String.join(", ", row.keySet());
    }

    /** {@return the places of the values, joined} */
    static String places(Map<String, @Nullable Object> row) {
        return row.keySet().stream().map(name -> ':' + name).collect(Collectors.joining(", "));
    }
}
