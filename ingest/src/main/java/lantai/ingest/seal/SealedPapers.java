package lantai.ingest.seal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.account.SignedIn;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.problem.Malformed;
import lantai.problem.NotFound;
import lantai.problem.Refused;
import org.jdbi.v3.core.Handle;

/**
 * The register of sealed papers. That such a paper may not stay follows from the Law on Guarding State Secrets; that two people
 * hand it over, and who they are, is agency policy.
 */
public final class SealedPapers {
    private static final int LONGEST = 500;

    private final Clearing clearing;
    private final AuditTrail audit;
    private final InstantSource clock;

    public SealedPapers(Clearing clearing, AuditTrail audit, InstantSource clock) {
        this.clearing = clearing;
        this.audit = audit;
        this.clock = clock;
    }

    /** {@return whether bytes belong to a paper that was sealed, also after it has gone} */
    public static boolean isSealed(Handle handle, String sha256) {
        return handle.createQuery("select exists (select 1 from sealed_file where sha256 = :sha256)")
                .bind("sha256", sha256)
                .mapTo(Boolean.class)
                .one();
    }

    /**
     * Closes a document under review to everybody, with all received files that hold the same bytes and whatever else was made of
     * them. What was read of them is forgotten here, and what lies outside of the database soon after.
     *
     * @param mark what stands on the paper
     * @throws Refused when another part of one of its files is being filed at this moment
     */
    public UUID seal(Handle transaction, SignedIn who, UUID document, String mark) {
        var sealing = new Sealing(transaction, clock.instant());
        var id = sealing.seal(who, document, mark);
        audit.record(
                transaction,
                who.actor(),
                AuditAction.PAPER_SEALED,
                Subject.of("sealed-paper", id),
                Map.of("document", document.toString()));
        clearing.order(transaction, id);
        return id;
    }

    /**
     * Notes where the paper and its carriers went.
     *
     * @throws Malformed when one of them is empty or longer than 500 characters
     * @throws Refused when somebody has confirmed it already
     */
    public void declare(Handle transaction, SignedIn who, UUID id, String paper, String carriers) {
        for (var text : List.of(paper, carriers)) {
            if (text.isBlank() || text.length() > LONGEST) {
                throw new Malformed(SealProblem.WHEREABOUTS_MISSING, LONGEST);
            }
        }
        switch (locked(transaction, id).state()) {
            case SEALED, DECLARED -> {}
            case HANDED_OVER, CLEARED -> throw new Refused(SealProblem.NOT_NOW);
        }
        transaction
                .createUpdate("""
                        update sealed_paper set state = 'DECLARED', paper = :paper, carriers = :carriers,
                            declared_id = :account, declared_by = :by, declared_at = :now where id = :id
                        """)
                .bind("paper", paper.strip())
                .bind("carriers", carriers.strip())
                .bind("account", who.account().id())
                .bind("by", who.account().name())
                .bind("now", now())
                .bind("id", id)
                .execute();
        record(transaction, who, AuditAction.SEALED_PAPER_DECLARED, id);
    }

    /**
     * Confirms, as a second person, where the paper went. From here on everything of it is removed, and there is no way back.
     *
     * @throws Refused when nobody has declared it, this person has, or a filed record holds the same bytes: that one has to go
     *     the way of destruction first
     */
    public void confirm(Handle transaction, SignedIn who, UUID id) {
        var paper = locked(transaction, id);
        if (paper.state() != SealState.DECLARED) {
            throw new Refused(SealProblem.NOT_NOW);
        }
        if (declarer(transaction, id).equals(who.account().id())) {
            throw new Refused(SealProblem.SAME_PERSON);
        }
        inTheArchive(transaction, id).ifPresent(code -> {
            throw new Refused(SealProblem.IN_THE_ARCHIVE, code);
        });
        transaction
                .createUpdate("""
                        update sealed_paper set state = 'HANDED_OVER', confirmed_by = :by, confirmed_at = :now
                        where id = :id
                        """)
                .bind("by", who.account().name())
                .bind("now", now())
                .bind("id", id)
                .execute();
        record(transaction, who, AuditAction.SEALED_PAPER_HANDED_OVER, id);
        clearing.order(transaction, id);
    }

    /**
     * Keeps what the search for remains has found.
     *
     * @param clean whether nothing was found; only then has the paper gone
     */
    public void prove(Handle transaction, UUID id, String proof, boolean clean) {
        transaction
                .createUpdate("""
                        update sealed_paper set proof = cast(:proof as jsonb),
                            state = case when :clean then 'CLEARED' else state end,
                            cleared_at = case when :clean then cast(:now as timestamptz) end
                        where id = :id and state = 'HANDED_OVER'
                        """)
                .bind("proof", proof)
                .bind("clean", clean)
                .bind("now", now())
                .bind("id", id)
                .execute();
    }

    /** {@return sealed papers, the last first} */
    public List<SealedPaper> list(Handle handle, int offset, int size) {
        return read(
                handle,
                "order by sealed_at desc, id limit :size offset :offset",
                Map.of("size", size, "offset", offset));
    }

    /** {@return how many papers were ever sealed} */
    public long count(Handle handle) {
        return handle.createQuery("select count(*) from sealed_paper")
                .mapTo(Long.class)
                .one();
    }

    /**
     * Finds the one with this id.
     *
     * @throws NotFound when there is none
     */
    public SealedPaper get(Handle handle, UUID id) {
        return read(handle, "where id = :id", Map.of("id", id)).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound(SealProblem.NO_SUCH_PAPER, id));
    }

    private SealedPaper locked(Handle transaction, UUID id) {
        return read(transaction, "where id = :id for update", Map.of("id", id)).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound(SealProblem.NO_SUCH_PAPER, id));
    }

    private static UUID declarer(Handle handle, UUID id) {
        return handle.createQuery("select declared_id from sealed_paper where id = :id")
                .bind("id", id)
                .mapTo(UUID.class)
                .one();
    }

    private static Optional<String> inTheArchive(Handle handle, UUID id) {
        return handle.createQuery("""
                        select i.reference_code from sealed_file f join component c on c.sha256 = f.sha256
                        join item i on i.id = c.item_id where f.paper_id = :id order by i.reference_code limit 1
                        """).bind("id", id).mapTo(String.class).findOne();
    }

    private static List<SealedPaper> read(Handle handle, String which, Map<String, Object> values) {
        var ids = handle.createQuery("select id from sealed_paper " + which)
                .bindMap(values)
                .mapTo(UUID.class)
                .list();
        return ids.stream().map(id -> read(handle, id)).toList();
    }

    private static SealedPaper read(Handle handle, UUID id) {
        var files = Sealing.files(handle, id);
        return handle.createQuery("select * from sealed_paper where id = :id")
                .bind("id", id)
                .map((row, _) -> paper(row, files))
                .one();
    }

    private static SealedPaper paper(ResultSet row, List<SealedPaper.SealedFile> files) throws SQLException {
        return new SealedPaper(
                row.getObject("id", UUID.class),
                row.getString("mark"),
                SealState.valueOf(row.getString("state")),
                Arrays.asList((UUID[]) row.getArray("documents").getArray()),
                files,
                deed(row, "sealed").orElseThrow(),
                row.getString("paper"),
                row.getString("carriers"),
                deed(row, "declared"),
                deed(row, "confirmed"),
                moment(row, "cleared_at"),
                Optional.ofNullable(row.getString("proof")));
    }

    private static Optional<SealedPaper.Deed> deed(ResultSet row, String name) throws SQLException {
        var by = Optional.ofNullable(row.getString(name + "_by"));
        var at = moment(row, name + "_at");
        return by.flatMap(who -> at.map(when -> new SealedPaper.Deed(who, when)));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private void record(Handle transaction, SignedIn who, AuditAction action, UUID id) {
        audit.record(transaction, who.actor(), action, Subject.of("sealed-paper", id), Map.of());
    }
}
