package lantai.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantai.storage.Fixity;
import lantai.storage.FixityDigest;
import org.jdbi.v3.core.Handle;

/**
 * What a transfer list says now, as one text that is the same each time; its digest is what people approve. It is read from the records
 * themselves, so that a record described anew after the approval does not go out under it.
 */
record TransferContent(String number, TransferList.Archive archive, List<Map<String, Object>> records) {
    static final String SCHEMA = "lantai-transfer-list-1";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    static TransferContent of(Handle handle, TransferList list) {
        List<Map<String, Object>> records = handle.createQuery("""
                        select e.ordinal, e.item_id, i.reference_code, i.title, i.year, i.retention, i.page_count, i.version,
                            e.opinion, e.reason, e.object_id,
                            array(select c.name || ' ' || c.size || ' ' || c.sha256 || ' ' || c.sm3 from component c
                                where c.item_id = e.item_id order by c.ordinal) as files
                        from transfer_entry e left join item i on i.id = e.item_id
                        where e.list_id = :list order by e.ordinal
                        """)
                .bind("list", list.id())
                .map((row, _) -> {
                    var content = new LinkedHashMap<String, Object>();
                    content.put("ordinal", row.getInt("ordinal"));
                    content.put("item", row.getObject("item_id", UUID.class).toString());
                    for (var column :
                            List.of("reference_code", "title", "retention", "opinion", "reason", "object_id")) {
                        content.put(column, String.valueOf(row.getString(column)));
                    }
                    content.put("year", row.getInt("year"));
                    content.put("pages", row.getInt("page_count"));
                    content.put("version", row.getLong("version"));
                    content.put(
                            "files", List.of((Object[]) row.getArray("files").getArray()));
                    return (Map<String, Object>) content;
                })
                .list();
        return new TransferContent(list.number(), list.archive(), new ArrayList<>(records));
    }

    String json() {
        var content = new LinkedHashMap<String, Object>();
        content.put("schema", SCHEMA);
        content.put("number", number);
        content.put("archive", archive.name());
        content.put("records", records);
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Fixity fixity() {
        var digest = new FixityDigest();
        var bytes = json().getBytes(StandardCharsets.UTF_8);
        digest.update(bytes, 0, bytes.length);
        return digest.finish();
    }
}
