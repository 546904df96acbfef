package lantai.journal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import lantai.problem.Damaged;
import lantai.storage.ArchivalStore;
import lantai.storage.FixityDigest;

/** Reads the journal out of a store, without a database. */
public final class JournalReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ArchivalStore store;

    public JournalReader(ArchivalStore store) {
        this.store = store;
    }

    /**
     * What there is.
     *
     * @param segments in their order, as far as each follows on the one before
     * @param broken the number of the first that is missing, damaged or does not follow, although later ones are there; or that was
     *     altered
     */
    public record Journal(List<Segment> segments, Optional<Long> broken) {
        public Journal {
            segments = List.copyOf(segments);
        }

        /** {@return the counters as the last segment tells them} */
        public Optional<Segment> last() {
            return segments.isEmpty() ? Optional.empty() : Optional.of(segments.getLast());
        }
    }

    /** {@return the heads of all segments that hold together} */
    public Journal read() throws IOException {
        var last = 0L;
        try (var ids = store.objectIds()) {
            last = ids.filter(Segment::isSegment).count();
        }
        var segments = new ArrayList<Segment>();
        var before = Segment.NONE;
        while (true) {
            var number = segments.size() + 1L;
            var id = Segment.objectId(number);
            if (!store.holds(id)) {
                return new Journal(segments, number <= last ? Optional.of(number) : Optional.empty());
            }
            Segment segment;
            try {
                segment = JSON.readValue(store.file(id, Segment.HEAD).toFile(), Segment.class);
            } catch (Damaged altered) {
                return new Journal(segments, Optional.of(number));
            }
            if (segment.number() != number || !segment.previous().equals(before) || !isWhole(segment)) {
                return new Journal(segments, Optional.of(number));
            }
            segments.add(segment);
            before = segment.sha256();
        }
    }

    private boolean isWhole(Segment segment) throws IOException {
        try {
            return FixityDigest.of(store.file(Segment.objectId(segment.number()), Segment.CHANGES))
                    .sha256()
                    .equals(segment.sha256());
        } catch (Damaged altered) {
            return false;
        }
    }

    /**
     * Gives every change of a segment in its order.
     *
     * @throws IOException when a line cannot be read or understood
     */
    public void changes(Segment segment, Consumer<Change> each) throws IOException {
        var id = Segment.objectId(segment.number());
        try (var lines = JSON.readerFor(Change.class)
                .<Change>readValues(store.file(id, Segment.CHANGES).toFile())) {
            while (lines.hasNextValue()) {
                each.accept(lines.nextValue());
            }
        }
    }

    /** {@return the index of the segment that begins the last epoch that stands there completely; empty when there is none} */
    public Optional<Integer> lastEpoch(Journal journal) throws IOException {
        var whole = new boolean[1];
        for (var index = journal.segments().size() - 1; index >= 0; index--) {
            var segment = journal.segments().get(index);
            changes(segment, change -> whole[0] |= change.deed() == Deed.WHOLE);
            if (segment.epoch() && whole[0]) {
                return Optional.of(index);
            }
        }
        return Optional.empty();
    }
}
