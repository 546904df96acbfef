package lantai.ingest.correction;

import java.util.List;
import lantai.removal.Condemned;
import lantai.removal.Place;
import lantai.removal.Trace;
import org.jdbi.v3.core.Handle;

/** Written lines and proposed words of a record: they go with it, also those from before it was filed. */
public final class CorrectionTrace implements Trace {
    @Override
    public String name() {
        return "corrections";
    }

    @Override
    public List<String> forget(Handle transaction, Condemned item) {
        for (var table : List.of("text_correction", "word_proposal")) {
            transaction
                    .createUpdate("delete from " + table + """
                             where item_id = :item or file_id in
                                (select file_id from document_page where document_id = :item)
                            """)
                    .bind("item", item.id())
                    .execute();
        }
        return List.of();
    }

    @Override
    public void remove(Condemned item, List<String> names) {}

    @Override
    public List<Place> places() {
        return List.of();
    }
}
