package lantai.ingest.transcribe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lantai.account.SignedIn;
import lantai.description.DescriptionDesk;
import lantai.description.DescriptionEdit;
import lantai.ingest.transcribe.Transcriber.Outcome;
import lantai.ingest.transcribe.Transcript.State;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import lantai.record.ItemRegister;
import lantai.storage.ArchivalStore;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Orders transcripts, keeps them as proposals, and writes what a person takes of them among the moments of the description. Thread-safe.
 */
public final class TranscriptDesk {
    /** The element of the description that names moments (内容时间码). */
    private static final String MOMENTS = "time-codes";

    private static final System.Logger LOG = System.getLogger(TranscriptDesk.class.getName());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<SpokenLine>> LINES = new TypeReference<>() {};

    private final Jdbi jdbi;
    private final ItemRegister items;
    private final ArchivalStore store;
    private final DescriptionDesk descriptions;
    private final Optional<Transcriber> engine;
    private final InstantSource clock;

    /** What the desk works with. */
    public record Doors(Jdbi jdbi, ItemRegister items, ArchivalStore store, DescriptionDesk descriptions) {}

    public TranscriptDesk(Doors doors, Optional<Transcriber> engine, InstantSource clock) {
        this.jdbi = doors.jdbi();
        this.items = doors.items();
        this.store = doors.store();
        this.descriptions = doors.descriptions();
        this.engine = engine;
        this.clock = clock;
    }

    /** {@return whether a program is named that puts speech into words} */
    public boolean hasEngine() {
        return engine.isPresent();
    }

    /** {@return what is known of an item} */
    public Optional<Transcript> of(Handle handle, UUID item) {
        return handle.createQuery("select *, cast(lines as text) as said from item_transcript where item_id = :item")
                .bind("item", item)
                .map((row, _) -> transcript(row))
                .findOne();
    }

    /**
     * Has a recording put into words, in place of what was proposed before.
     *
     * @throws Refused without a program, or while it is at work on this item
     */
    public void order(Handle transaction, SignedIn who, UUID item, int component) {
        if (engine.isEmpty()) {
            throw new Refused(TranscriptProblem.NO_ENGINE);
        }
        var ordered = transaction
                .createUpdate("""
                    insert into item_transcript (item_id, component, state, reason, lines, ordered_by, ordered_at)
                    values (:item, :component, 'ORDERED', '', '[]', :by, :now)
                    on conflict (item_id) do update set component = excluded.component, state = excluded.state,
                        reason = '', lines = '[]', ordered_by = excluded.ordered_by, ordered_at = excluded.ordered_at
                    where item_transcript.state <> 'ORDERED'
                    """)
                .bind("item", item)
                .bind("component", component)
                .bind("by", who.account().name())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
        if (ordered == 0) {
            throw new Refused(TranscriptProblem.BEING_TRANSCRIBED);
        }
    }

    /**
     * Puts the recording into words that has waited for longest, however long that takes. What was cut off is begun anew.
     *
     * @return how many were done, 0 or 1
     */
    public int next() {
        var open = jdbi.withHandle(TranscriptDesk::longestWaiting);
        open.ifPresent(transcript -> {
            var outcome = heard(transcript);
            if (outcome instanceof Outcome.Failed(var reason, var detail)) {
                LOG.log(Level.WARNING, "no transcript of item {0}: {1} {2}", transcript.item(), reason, detail);
            }
            jdbi.useTransaction(transaction -> keep(transaction, transcript.item(), outcome));
        });
        return open.isPresent() ? 1 : 0;
    }

    private static Optional<Transcript> longestWaiting(Handle handle) {
        return handle.createQuery("""
                    select *, cast(lines as text) as said from item_transcript
                    where state = 'ORDERED' order by ordered_at limit 1
                    """).map((row, _) -> transcript(row)).findOne();
    }

    private Outcome heard(Transcript wanted) {
        if (engine.isEmpty()) {
            return new Outcome.Failed("program", "");
        }
        var item = jdbi.withHandle(handle -> items.get(handle, wanted.item()));
        var component = jdbi.withHandle(handle -> items.components(handle, wanted.item())).stream()
                .filter(one -> one.ordinal() == wanted.component())
                .findFirst()
                .orElseThrow();
        try {
            return engine.get().transcribe(store.file(item.objectId(), component.path()));
        } catch (IOException failure) {
            return new Outcome.Failed("program", String.valueOf(failure.getMessage()));
        }
    }

    private static void keep(Handle transaction, UUID item, Outcome outcome) {
        var lines = switch (outcome) {
            case Outcome.Heard(var heard) -> heard;
            case Outcome.Failed _ -> List.<SpokenLine>of();
        };
        var reason = switch (outcome) {
            case Outcome.Heard _ -> "";
            case Outcome.Failed(var why, var _) -> why;
        };
        transaction
                .createUpdate("""
                    update item_transcript set state = :state, reason = :reason, lines = cast(:lines as jsonb)
                    where item_id = :item and state = 'ORDERED'
                    """)
                .bind("state", (reason.isEmpty() ? State.PROPOSED : State.FAILED).name())
                .bind("reason", reason)
                .bind("lines", json(lines))
                .bind("item", item)
                .execute();
    }

    /**
     * Writes lines behind the moments that the description has already; the rest of the proposal goes.
     *
     * @param seen the version of the record that the person saw
     * @param chosen positions of the lines, from 0
     * @param reason why the description changes
     * @throws Malformed when no line is chosen, or the description would become too long
     * @throws Refused when nothing is proposed, or the description has changed meanwhile
     */
    public void take(Handle transaction, SignedIn who, UUID id, long seen, Set<Integer> chosen, String reason) {
        var lines = proposed(transaction, id).lines();
        var taken = IntStream.range(0, lines.size())
                .filter(chosen::contains)
                .mapToObj(at -> lines.get(at).asMoment())
                .collect(Collectors.joining("\n"));
        if (taken.isEmpty()) {
            throw new Malformed(TranscriptProblem.NOTHING_CHOSEN);
        }
        var before =
                descriptions.current(transaction, items.get(transaction, id)).value(MOMENTS);
        var whole = before.isEmpty() ? taken : before + "\n" + taken;
        descriptions.change(transaction, who, id, new DescriptionEdit(seen, Map.of(MOMENTS, whole), reason));
        drop(transaction, id);
    }

    /** Puts a proposal, or the note of a failure, away. */
    public void drop(Handle transaction, UUID id) {
        transaction
                .createUpdate("delete from item_transcript where item_id = :item and state <> 'ORDERED'")
                .bind("item", id)
                .execute();
    }

    private Transcript proposed(Handle handle, UUID id) {
        return of(handle, id)
                .filter(one -> one.state() == State.PROPOSED)
                .orElseThrow(() -> new Refused(TranscriptProblem.NOTHING_PROPOSED));
    }

    private static Transcript transcript(ResultSet row) throws SQLException {
        try {
            return new Transcript(
                    row.getObject("item_id", UUID.class),
                    row.getInt("component"),
                    State.valueOf(row.getString("state")),
                    row.getString("reason"),
                    JSON.readValue(row.getString("said"), LINES),
                    row.getString("ordered_by"));
        } catch (JsonProcessingException foreign) {
            throw new IllegalStateException("the lines of a transcript", foreign);
        }
    }

    private static String json(List<SpokenLine> lines) {
        try {
            return JSON.writeValueAsString(lines);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
