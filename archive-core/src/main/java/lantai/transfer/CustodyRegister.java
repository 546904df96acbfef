package lantai.transfer;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Knows which records are kept by the archives now. What is left here is a copy for use and a line in the catalogue. */
public final class CustodyRegister {
    /** {@return who keeps a record, if it is not this agency} */
    public Optional<Custody> of(Handle handle, UUID item) {
        return handle.createQuery("""
                        select l.id, l.number, l.archive, l.handed_over_on, l.receipt_number, l.receipted_at
                        from transfer_entry e join transfer_list l on l.id = e.list_id
                        where e.item_id = :item and e.answer = 'ACCEPTED'
                        """)
                .bind("item", item)
                .map((row, _) -> new Custody(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        row.getString("archive"),
                        row.getObject("handed_over_on", LocalDate.class),
                        row.getString("receipt_number"),
                        row.getObject("receipted_at", OffsetDateTime.class).toInstant()))
                .findOne();
    }
}
