package lantai.ingest.scan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import lantai.account.SignedIn;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.ingest.scan.ScannedPage.Outcome;
import lantai.problem.Malformed;
import lantai.problem.NotFound;
import lantai.problem.Refused;
import org.jdbi.v3.core.Handle;

/**
 * Accepts a batch of scans by a sample of its pages (抽检验收, DA/T 31-2017 12.2). Which pages are drawn follows from the seed alone, so
 * that anybody can draw them again. A refused sample sends the batch back: nothing of it is filed until another one is accepted. The
 * caller brings the transaction.
 */
public final class SampleDesk {
    private static final double WHOLE = 100;

    private final ScanDesk scans;
    private final AuditTrail audit;
    private final InstantSource clock;

    public SampleDesk(ScanDesk scans, AuditTrail audit, InstantSource clock) {
        this.scans = scans;
        this.audit = audit;
        this.clock = clock;
    }

    /** How a sample ended. */
    public enum State {
        /** 抽检中: somebody is looking at it. */
        OPEN,
        /** 合格: the batch is accepted. */
        ACCEPTED,
        /** 不合格: the batch goes back. */
        REFUSED
    }

    /**
     * One page drawn.
     *
     * @param ordinal its place in the sample, from 1
     */
    public record Drawn(int ordinal, UUID file, String path, int page, boolean faulty) {}

    /**
     * One sample.
     *
     * @param seed what the pages follow from
     * @param share of the pages drawn, in percent
     * @param needed share of the drawn pages that must be faultless, in percent
     * @param pages how many pages the batch had
     * @param faulty how many of the drawn pages were found faulty
     */
    public record Sample(
            UUID id,
            UUID batch,
            long seed,
            double share,
            double needed,
            int pages,
            State state,
            int faulty,
            String reason,
            String drawnBy,
            Instant drawnAt,
            Optional<String> decidedBy,
            Optional<Instant> decidedAt) {}

    /**
     * Draws a sample.
     *
     * @throws Refused while another one is open, or when the batch has no page to draw
     */
    public Sample draw(Handle transaction, SignedIn who, UUID batch) {
        ScanDesk.lock(transaction, batch);
        var before = all(transaction, batch);
        if (before.stream().anyMatch(one -> one.state() == State.OPEN)) {
            throw new Refused(ScanProblem.SAMPLE_OPEN);
        }
        var pages = scans.pages(transaction, batch).stream()
                .filter(page -> page.outcome() == Outcome.READ)
                .toList();
        if (pages.isEmpty()) {
            throw new Refused(ScanProblem.NOTHING_TO_DRAW);
        }
        var rule = scans.rule(transaction);
        var share = rule.share(ScanCheck.SAMPLE);
        var seed = batch.getLeastSignificantBits() + before.size();
        var id = UUID.randomUUID();
        transaction
                .createUpdate("""
                        insert into scan_sample (id, batch_id, seed, share, needed, pages, state, drawn_by, drawn_at)
                        values (:id, :batch, :seed, :share, :needed, :pages, 'OPEN', :by, :now)
                        """)
                .bind("id", id)
                .bind("batch", batch)
                .bind("seed", seed)
                .bind("share", share)
                .bind("needed", rule.share(ScanCheck.PASS))
                .bind("pages", pages.size())
                .bind("by", who.account().name())
                .bind("now", now())
                .execute();
        var ordinal = 1;
        for (var page : drawn(pages, share, seed)) {
            transaction
                    .createUpdate(
                            "insert into scan_sample_page (sample_id, ordinal, file_id, page) values (:id, :at, :file, :page)")
                    .bind("id", id)
                    .bind("at", ordinal++)
                    .bind("file", page.file())
                    .bind("page", page.page())
                    .execute();
        }
        record(transaction, who, batch, Map.of("drawn", Integer.toString(ordinal - 1), "seed", Long.toString(seed)));
        return get(transaction, batch, id);
    }

    /** {@return the pages that a seed draws, in the order of delivery; at least one} */
    static List<ScannedPage> drawn(List<ScannedPage> pages, double share, long seed) {
        var places = new ArrayList<Integer>();
        for (var at = 0; at < pages.size(); at++) {
            places.add(at);
        }
        Collections.shuffle(places, new Random(seed));
        var many = Math.clamp((long) Math.ceil(pages.size() * share / WHOLE), 1, pages.size());
        return places.subList(0, many).stream().sorted().map(pages::get).toList();
    }

    /**
     * Ends a sample.
     *
     * @param faulty the places of the faulty pages in the sample
     * @param accept whether the batch is accepted
     * @throws Refused when it has ended before, or is to be accepted with more faults than the rule allows
     * @throws Malformed when it is refused without a reason
     */
    public Sample conclude(
            Handle transaction, SignedIn who, Sample sample, Set<Integer> faulty, boolean accept, String reason) {
        var drawn = pages(transaction, sample.id());
        var faults = (int)
                drawn.stream().filter(page -> faulty.contains(page.ordinal())).count();
        var good = drawn.isEmpty() ? 0 : WHOLE * (drawn.size() - faults) / drawn.size();
        if (accept && good < sample.needed()) {
            throw new Refused(ScanProblem.SAMPLE_BELOW, PageJudge.written(good), PageJudge.written(sample.needed()));
        }
        if (!accept && reason.isBlank()) {
            throw new Malformed(ScanProblem.REASON_MISSING);
        }
        var ended = transaction
                .createUpdate("""
                        update scan_sample set state = :state, faulty = :faulty, reason = :reason, decided_by = :by,
                            decided_at = :now
                        where id = :id and state = 'OPEN'
                        """)
                .bind("id", sample.id())
                .bind("state", (accept ? State.ACCEPTED : State.REFUSED).name())
                .bind("faulty", faults)
                .bind("reason", reason.strip())
                .bind("by", who.account().name())
                .bind("now", now())
                .execute();
        if (ended == 0) {
            throw new Refused(ScanProblem.DECIDED_BEFORE);
        }
        for (var page : drawn) {
            transaction
                    .createUpdate(
                            "update scan_sample_page set faulty = :faulty where sample_id = :id and ordinal = :at")
                    .bind("id", sample.id())
                    .bind("at", page.ordinal())
                    .bind("faulty", faulty.contains(page.ordinal()))
                    .execute();
        }
        record(
                transaction,
                who,
                sample.batch(),
                Map.of(
                        "verdict", (accept ? State.ACCEPTED : State.REFUSED).name(),
                        "faulty", faults + "/" + drawn.size(),
                        "reason", reason.strip()));
        return get(transaction, sample.batch(), sample.id());
    }

    /**
     * Finds a sample of a batch.
     *
     * @throws NotFound when the batch has no such sample
     */
    public Sample get(Handle handle, UUID batch, UUID id) {
        return all(handle, batch).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound(ScanProblem.NO_SUCH_SAMPLE, id));
    }

    /** {@return the samples of a batch, the latest first} */
    public List<Sample> all(Handle handle, UUID batch) {
        return handle.createQuery("select * from scan_sample where batch_id = :batch order by number desc")
                .bind("batch", batch)
                .map((row, _) -> sample(row))
                .list();
    }

    /** {@return the pages of a sample, in the order of delivery} */
    public List<Drawn> pages(Handle handle, UUID sample) {
        return handle.createQuery("""
                        select p.*, f.path from scan_sample_page p join received_file f on f.id = p.file_id
                        where p.sample_id = :sample order by p.ordinal
                        """)
                .bind("sample", sample)
                .map((row, _) -> new Drawn(
                        row.getInt("ordinal"),
                        row.getObject("file_id", UUID.class),
                        row.getString("path"),
                        row.getInt("page"),
                        row.getBoolean("faulty")))
                .list();
    }

    /**
     * Stands in the way of filing a batch whose latest sample was refused.
     *
     * @throws Refused with the title of the batch
     */
    public static void refuseSentBack(Handle handle, Collection<UUID> batches) {
        if (batches.isEmpty()) {
            return;
        }
        handle.createQuery("""
                        select b.title from batch b join lateral (
                            select state from scan_sample s where s.batch_id = b.id order by s.number desc limit 1
                        ) latest on true
                        where b.id in (<batches>) and latest.state = 'REFUSED' order by b.title limit 1
                        """)
                .bindList("batches", List.copyOf(batches))
                .mapTo(String.class)
                .findOne()
                .ifPresent(title -> {
                    throw new Refused(ScanProblem.BATCH_SENT_BACK, title);
                });
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private void record(Handle transaction, SignedIn who, UUID batch, Map<String, String> detail) {
        audit.record(transaction, who.actor(), AuditAction.SCAN_SAMPLED, Subject.of("batch", batch), detail);
    }

    private static Sample sample(ResultSet row) throws SQLException {
        return new Sample(
                row.getObject("id", UUID.class),
                row.getObject("batch_id", UUID.class),
                row.getLong("seed"),
                row.getDouble("share"),
                row.getDouble("needed"),
                row.getInt("pages"),
                State.valueOf(row.getString("state")),
                row.getInt("faulty"),
                row.getString("reason"),
                row.getString("drawn_by"),
                row.getObject("drawn_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("decided_by")),
                Optional.ofNullable(row.getObject("decided_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
