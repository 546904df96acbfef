package lantai.policy;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import lantai.audit.Actor;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.problem.NotFound;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * Where the rules of the house are kept: versioned and dated, never altered, so that old versions stay readable. A new version
 * comes from the product itself ({@link #seed}) or from an approved draft ({@link DraftDesk}), in no other way.
 */
public final class PolicyCentre {
    private static final String SELECT = """
            select name, version, cast(content as text) as content, effective_on, written_by, written_at,
                submitted_by, approved_by, reason
            from policy
            """;

    private final AuditTrail audit;
    private final InstantSource clock;
    private final ZoneId zone;

    /** @param zone the agency's time zone, in which a day begins */
    public PolicyCentre(AuditTrail audit, InstantSource clock, ZoneId zone) {
        this.audit = audit;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * The version that holds today.
     *
     * @throws NotFound when the rule has never been written
     */
    public Policy inForce(Handle handle, String name) {
        return handle.createQuery(SELECT + """
                        where name = :name and effective_on <= :today order by effective_on desc, version desc limit 1
                        """)
                .bind("name", name)
                .bind("today", today())
                .map(ConstructorMapper.of(Policy.class))
                .findOne()
                .orElseThrow(() -> new NotFound(PolicyProblem.NO_SUCH_POLICY, name));
    }

    /** {@return all versions, newest first, among them those that will hold from a later day} */
    public List<Policy> history(Handle handle, String name) {
        return handle.createQuery(SELECT + " where name = :name order by version desc")
                .bind("name", name)
                .map(ConstructorMapper.of(Policy.class))
                .list();
    }

    /** {@return the versions that hold today or held before, newest first} */
    public List<Policy> soFar(Handle handle, String name) {
        return history(handle, name).stream()
                .filter(version -> !version.effectiveOn().isAfter(today()))
                .toList();
    }

    /**
     * One version.
     *
     * @throws NotFound when the rule has no such version
     */
    public Policy version(Handle handle, String name, int version) {
        return handle.createQuery(SELECT + " where name = :name and version = :version")
                .bind("name", name)
                .bind("version", version)
                .map(ConstructorMapper.of(Policy.class))
                .findOne()
                .orElseThrow(() -> new NotFound(PolicyProblem.NO_SUCH_VERSION, version));
    }

    /**
     * Brings in a rule that the product comes with: as the first version, or as the next one while nobody at the agency
     * has written a version of his own.
     */
    public void seed(Handle transaction, String name, String shipped) {
        transaction.execute("lock table policy in share row exclusive mode");
        var newest = history(transaction, name).stream().findFirst();
        if (newest.isEmpty()) {
            write(transaction, Actor.SYSTEM, version(name, shipped, LocalDate.of(2000, 1, 1)));
        } else if (newest.get().writtenBy().equals(Actor.SYSTEM.name())
                && !RuleContent.parse(newest.get().content()).saysTheSame(RuleContent.parse(shipped))) {
            write(transaction, Actor.SYSTEM, version(name, shipped, today()));
        }
    }

    /** {@return today, in the agency's time zone} */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /**
     * Writes the next version.
     *
     * @param fresh its number and moment are given here
     */
    Policy write(Handle transaction, Actor by, Policy fresh) {
        transaction.execute("lock table policy in share row exclusive mode");
        var version = transaction
                .createQuery("select coalesce(max(version), 0) + 1 from policy where name = :name")
                .bind("name", fresh.name())
                .mapTo(Integer.class)
                .one();
        transaction
                .createUpdate("""
                        insert into policy (name, version, content, effective_on, written_by, written_at, submitted_by,
                            approved_by, reason)
                        values (:name, :version, cast(:content as jsonb), :effectiveOn, :by, :now, :submittedBy,
                            :approvedBy, :reason)
                        """)
                .bind("name", fresh.name())
                .bind("version", version)
                .bind("content", RuleContent.parse(fresh.content()).json())
                .bind("effectiveOn", fresh.effectiveOn())
                .bind("by", fresh.writtenBy())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("submittedBy", fresh.submittedBy())
                .bind("approvedBy", fresh.approvedBy())
                .bind("reason", fresh.reason())
                .execute();
        audit.record(
                transaction,
                by,
                AuditAction.POLICY_CHANGED,
                new Subject("policy", fresh.name()),
                Map.of(
                        "version", Integer.toString(version),
                        "effectiveOn", fresh.effectiveOn().toString()));
        return version(transaction, fresh.name(), version);
    }

    private Policy version(String name, String content, LocalDate effectiveOn) {
        return new Policy(name, 0, content, effectiveOn, Actor.SYSTEM.name(), clock.instant(), "", "", "");
    }
}
