package lantai.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import lantai.problem.Malformed;
import lantai.problem.NotFound;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Where the rules of the house are kept: versioned and dated, never altered, so that old versions stay readable. */
public final class PolicyCentre {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SELECT = """
            select name, version, cast(content as text) as content, effective_on, written_by, written_at from policy
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
                .bind("today", LocalDate.ofInstant(clock.instant(), zone))
                .map(ConstructorMapper.of(Policy.class))
                .findOne()
                .orElseThrow(() -> new NotFound(PolicyProblem.NO_SUCH_POLICY, name));
    }

    /** {@return all versions, newest first} */
    public List<Policy> history(Handle handle, String name) {
        return handle.createQuery(SELECT + " where name = :name order by version desc")
                .bind("name", name)
                .map(ConstructorMapper.of(Policy.class))
                .list();
    }

    /**
     * Writes the next version of a rule.
     *
     * @param content the rule as JSON; the feature that owns the rule has checked what it says
     * @throws Malformed when it is not JSON
     */
    public Policy write(Handle transaction, Actor by, String name, String content, LocalDate effectiveOn) {
        json(content);
        var version = transaction
                .createQuery("select coalesce(max(version), 0) + 1 from policy where name = :name")
                .bind("name", name)
                .mapTo(Integer.class)
                .one();
        transaction
                .createUpdate("""
                        insert into policy (name, version, content, effective_on, written_by, written_at)
                        values (:name, :version, cast(:content as jsonb), :effectiveOn, :by, :now)
                        """)
                .bind("name", name)
                .bind("version", version)
                .bind("content", content)
                .bind("effectiveOn", effectiveOn)
                .bind("by", by.name())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
        audit.record(
                transaction,
                by,
                AuditAction.POLICY_CHANGED,
                new Subject("policy", name),
                Map.of("version", Integer.toString(version), "effectiveOn", effectiveOn.toString()));
        return new Policy(name, version, content, effectiveOn, by.name(), clock.instant());
    }

    /**
     * Brings in a rule that the product comes with: as the first version, or as the next one while nobody at the agency
     * has written a version of his own.
     */
    public void seed(Handle transaction, String name, String shipped) {
        transaction.execute("lock table policy in share row exclusive mode");
        var newest = history(transaction, name).stream().findFirst();
        if (newest.isEmpty()) {
            write(transaction, Actor.SYSTEM, name, shipped, LocalDate.of(2000, 1, 1));
        } else if (newest.get().writtenBy().equals(Actor.SYSTEM.name())
                && !json(newest.get().content()).equals(json(shipped))) {
            write(transaction, Actor.SYSTEM, name, shipped, LocalDate.ofInstant(clock.instant(), zone));
        }
    }

    private static JsonNode json(String content) {
        try {
            return JSON.readTree(content);
        } catch (JsonProcessingException notJson) {
            throw new Malformed(PolicyProblem.NOT_JSON, notJson.getOriginalMessage());
        }
    }
}
