package lantai.ingest.review;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * Gives documents their places within a batch, in the order of the files' paths: the sheets of a pile lie at the desk as they
 * lay in the feeder, whichever of them was read first. Places of one batch are given one after the other.
 */
final class Places {
    /** Room between two neighbours, so that another finds a place there. */
    private static final int STEP = 1024;
    /** Files come nearly in their order, so the last places are looked at first. */
    private static final int TAIL = 64;

    private Places() {}

    /** {@return the place of a new document whose first page is in this file} */
    static int ofFile(Handle transaction, UUID batch, UUID file) {
        lock(transaction, batch);
        var path = transaction
                .createQuery("select path from received_file where id = :file")
                .bind("file", file)
                .mapTo(String.class)
                .one();
        return find(transaction, batch, () -> {
            var last = places(transaction, batch, TAIL);
            var among = gap(last, path);
            return among.at() == 0 && last.size() == TAIL
                    ? gap(places(transaction, batch, Integer.MAX_VALUE), path)
                    : among;
        });
    }

    private static Gap gap(List<Place> places, String path) {
        var at = places.size();
        while (at > 0 && NaturalOrder.PATHS.compare(places.get(at - 1).path(), path) > 0) {
            at--;
        }
        return new Gap(places, at);
    }

    /** {@return the place of a new document right after another one} */
    static int after(Handle transaction, UUID batch, UUID document) {
        lock(transaction, batch);
        return find(transaction, batch, () -> {
            var places = places(transaction, batch, Integer.MAX_VALUE);
            var at = 0;
            while (at < places.size() && !places.get(at).id().equals(document)) {
                at++;
            }
            return new Gap(places, at + 1);
        });
    }

    private static int find(Handle transaction, UUID batch, Supplier<Gap> gap) {
        var found = gap.get();
        if (!found.isRoom()) {
            spread(transaction, batch);
            found = gap.get();
        }
        return found.middle();
    }

    private static void lock(Handle transaction, UUID batch) {
        transaction
                .createQuery("select id from batch where id = :batch for no key update")
                .bind("batch", batch)
                .mapTo(UUID.class)
                .one();
    }

    /** The places given out, or the last of them, in order. */
    private static List<Place> places(Handle transaction, UUID batch, int last) {
        return transaction
                .createQuery("""
                        select d.id, d.position, f.path from document d
                        join document_page p on p.document_id = d.id and p.ordinal = 1
                        join received_file f on f.id = p.file_id
                        where d.batch_id = :batch order by d.position desc, d.id desc limit :last
                        """)
                .bind("batch", batch)
                .bind("last", last)
                .map((row, _) ->
                        new Place(row.getObject("id", UUID.class), row.getInt("position"), row.getString("path")))
                .list()
                .reversed();
    }

    private static void spread(Handle transaction, UUID batch) {
        transaction.createUpdate("""
                        update document d set position = n.place * :step
                        from (select id, row_number() over (order by position, id) as place
                              from document where batch_id = :batch) n
                        where n.id = d.id
                        """).bind("batch", batch).bind("step", STEP).execute();
    }

    private record Place(UUID id, int position, String path) {}

    /** The gap before the place at an index. */
    private record Gap(List<Place> places, int at) {
        boolean isRoom() {
            return at == 0
                    || at == places.size()
                    || places.get(at).position() - places.get(at - 1).position() > 1;
        }

        int middle() {
            if (places.isEmpty()) {
                return STEP;
            }
            if (at == 0) {
                return places.getFirst().position() - STEP;
            }
            var before = places.get(at - 1).position();
            return at == places.size()
                    ? before + STEP
                    : before + (places.get(at).position() - before) / 2;
        }
    }
}
