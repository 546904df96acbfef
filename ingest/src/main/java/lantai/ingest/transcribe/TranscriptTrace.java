package lantai.ingest.transcribe;

import java.util.List;
import lantai.removal.Condemned;
import lantai.removal.Place;
import lantai.removal.Trace;
import org.jdbi.v3.core.Handle;

/** What a program made of a recording of a record. */
public final class TranscriptTrace implements Trace {
    @Override
    public String name() {
        return "transcripts";
    }

    @Override
    public List<String> forget(Handle transaction, Condemned item) {
        transaction
                .createUpdate("delete from item_transcript where item_id = :item")
                .bind("item", item.id())
                .execute();
        return List.of();
    }

    @Override
    public void remove(Condemned item, List<String> names) {}

    @Override
    public List<Place> places() {
        return List.of();
    }
}
