package lantai.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.account.SignedIn;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.classification.Category;
import lantai.policy.PolicyCentre;
import lantai.problem.Malformed;
import lantai.problem.NotFound;
import lantai.problem.Refused;
import lantai.retention.RetentionPeriod;
import org.jdbi.v3.core.Handle;

/**
 * Gives filed records another number, because they were filed in the wrong place. A code once fixed is not changed at will
 * (DA/T 13-2022, stability): one person proposes with a reason, another approves; the old code stays a gap that is explained and
 * keeps finding the record.
 */
public final class Renumbering {
    private final PolicyCentre policies;
    private final ItemRegister items;
    private final ReferenceCodes codes;
    private final CodeGaps gaps;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final Surroundings around;

    public Renumbering(
            PolicyCentre policies, ItemRegister items, CodeGaps gaps, AuditTrail audit, InstantSource clock) {
        this(policies, items, gaps, audit, clock, new Surroundings((_, _) -> Optional.empty(), Optional.empty()));
    }

    private Renumbering(
            PolicyCentre policies,
            ItemRegister items,
            CodeGaps gaps,
            AuditTrail audit,
            InstantSource clock,
            Surroundings around) {
        this.policies = policies;
        this.items = items;
        this.codes = new ReferenceCodes();
        this.gaps = gaps;
        this.audit = audit;
        this.clock = clock;
        this.around = around;
    }

    /** Tells what holds a record where it is filed, such as a volume or a box. */
    public interface Ties {
        /** {@return the name of what holds it, nothing when it may be filed elsewhere} */
        Optional<String> holding(Handle handle, UUID item);
    }

    /** Where a record is filed that belongs to a group, such as a photo group. */
    public interface Groups {
        /**
         * The number of a group.
         *
         * @param code reference code of the group
         * @throws Refused when there is none with this code in the place
         */
        int number(Handle handle, GroupPlace place, String code);

        /** Opens a group for a record. {@return its number} */
        int open(Handle transaction, SignedIn who, GroupPlace place, Item item);
    }

    /** What surrounds the records. */
    private record Surroundings(Ties ties, Optional<Groups> groups) {}

    /** {@return the same, which leaves records where they are as long as something holds them} */
    public Renumbering minding(Ties holding) {
        return new Renumbering(policies, items, gaps, audit, clock, new Surroundings(holding, around.groups()));
    }

    /** {@return the same, which finds and opens groups where the template asks for one} */
    public Renumbering into(Groups groups) {
        return new Renumbering(
                policies, items, gaps, audit, clock, new Surroundings(around.ties(), Optional.of(groups)));
    }

    /**
     * Where a record should be filed.
     *
     * @param link its business link or class, may be empty
     * @param group reference code of the group it joins, or {@link #NEW_GROUP}; empty for a new one unless it is in a group of the
     *     place already, or where there are no groups
     */
    public record Target(Category category, String link, int year, RetentionPeriod retention, String group) {
        /** A group that is opened for the record, also when it is in another one of the same place. */
        public static final String NEW_GROUP = "new";

        /** A place without groups, or with a new one. */
        public Target(Category category, String link, int year, RetentionPeriod retention) {
            this(category, link, year, retention, "");
        }

        private boolean opens() {
            return group.isEmpty() || group.equals(NEW_GROUP);
        }
    }

    /**
     * Proposes another number.
     *
     * @throws Malformed when the reason is missing
     * @throws Refused when the record would stay where it is, something holds it there, or a proposal is open
     */
    public CodeChange propose(Handle transaction, SignedIn who, UUID item, Target target, String reason) {
        if (reason.isBlank()) {
            throw new Malformed(RecordProblem.REASON_MISSING);
        }
        var found = items.get(transaction, item);
        var rule = rule(transaction);
        var opened = group(rule, target, found).filter(_ -> target.opens());
        var stays = opened.isPresent()
                ? target.group().isEmpty() && isInGroup(found, opened.get())
                : found.referenceCode()
                        .text()
                        .startsWith(scope(transaction, rule, target, found, Optional.empty())
                                .text());
        if (stays) {
            throw new Refused(RecordProblem.CODE_STAYS, found.referenceCode());
        }
        free(transaction, found);
        var id = UUID.randomUUID();
        var added = transaction
                .createUpdate("""
                        insert into code_change (id, item_id, old_code, category, link, year, retention, photo_group,
                            reason, state, proposed_by, proposed_at)
                        values (:id, :item, :old, :category, :link, :year, :retention, :group, :reason, 'PROPOSED', :by,
                            :now)
                        on conflict do nothing
                        """)
                .bind("id", id)
                .bind("item", item)
                .bind("old", found.referenceCode().text())
                .bind("category", target.category().name())
                .bind("link", target.link())
                .bind("year", target.year())
                .bind("retention", target.retention().code())
                .bind("group", target.group())
                .bind("reason", reason.strip())
                .bind("by", who.actor().name())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
        if (added == 0) {
            throw new Refused(RecordProblem.RENUMBERING_OPEN, found.referenceCode());
        }
        record(transaction, who, AuditAction.RENUMBERING_PROPOSED, item, Map.of("reason", reason.strip()));
        return get(transaction, id);
    }

    /**
     * Approves a proposal: the record has its new number at once.
     *
     * @throws Refused when it was decided already, or this person proposed it
     */
    public CodeChange approve(Handle transaction, SignedIn who, UUID id) {
        var change = decidable(transaction, who, id);
        var item = items.get(transaction, change.item());
        free(transaction, item);
        var scope = scope(transaction, rule(transaction), change.target(), item, Optional.of(who));
        var code = scope.code(codes.next(transaction, scope.text()));
        items.renumber(transaction, change, code);
        gaps.leave(transaction, who.actor(), CodeGaps.Kind.RENUMBERED, change.oldCode(), code.text());
        decide(transaction, who, change, CodeChange.State.APPROVED, Optional.of(code), "");
        record(
                transaction,
                who,
                AuditAction.RENUMBERED,
                change.item(),
                Map.of("before", change.oldCode().text(), "after", code.text(), "reason", change.reason()));
        return get(transaction, id);
    }

    private void free(Handle handle, Item item) {
        around.ties().holding(handle, item.id()).ifPresent(holder -> {
            throw new Refused(RecordProblem.HELD_IN_ITS_PLACE, item.referenceCode(), holder);
        });
    }

    /**
     * Refuses a proposal.
     *
     * @throws Malformed when the reason is missing
     */
    public CodeChange refuse(Handle transaction, SignedIn who, UUID id, String reason) {
        if (reason.isBlank()) {
            throw new Malformed(RecordProblem.REASON_MISSING);
        }
        var change = decidable(transaction, who, id);
        decide(transaction, who, change, CodeChange.State.REFUSED, Optional.empty(), reason.strip());
        record(transaction, who, AuditAction.RENUMBERING_REFUSED, change.item(), Map.of("reason", reason.strip()));
        return get(transaction, id);
    }

    /** {@return the proposals that wait, the oldest first} */
    public List<CodeChange> waiting(Handle handle) {
        return handle.createQuery("select * from code_change where state = 'PROPOSED' order by proposed_at, id")
                .map((row, _) -> change(row))
                .list();
    }

    /** {@return every renumbering of a record, the oldest first} */
    public List<CodeChange> history(Handle handle, UUID item) {
        return handle.createQuery("select * from code_change where item_id = :item order by proposed_at, id")
                .bind("item", item)
                .map((row, _) -> change(row))
                .list();
    }

    private ReferenceCodeRule rule(Handle handle) {
        return ReferenceCodeRule.parse(
                policies.inForce(handle, ReferenceCodeRule.POLICY).content());
    }

    private static Optional<GroupPlace> group(ReferenceCodeRule rule, Target target, Item item) {
        return rule.group(target.category(), target.year(), target.retention(), target.link(), kept(item))
                .map(scope -> new GroupPlace(scope, target.category(), target.year(), target.retention()));
    }

    /** A record that was filed before there were groups is in none, though its code begins as theirs do. */
    private static boolean isInGroup(Item item, GroupPlace place) {
        return item.referenceCode().text().startsWith(place.scope().text())
                && item.referenceCode()
                        .parts()
                        .filter(parts -> !parts.volume().isEmpty())
                        .isPresent();
    }

    /** Where the record is numbered; a new group is opened when somebody is named who does so. */
    private CodeScope scope(
            Handle handle, ReferenceCodeRule rule, Target target, Item item, Optional<SignedIn> opening) {
        var places = new HashMap<>(kept(item));
        group(rule, target, item)
                .flatMap(place -> around.groups().map(groups -> number(handle, groups, place, target, item, opening)))
                .ifPresent(number -> places.put("group", Integer.toString(number)));
        return rule.scope(target.category(), target.year(), target.retention(), target.link(), places);
    }

    private static int number(
            Handle handle, Groups groups, GroupPlace place, Target target, Item item, Optional<SignedIn> opening) {
        return target.opens() && opening.isPresent()
                ? groups.open(handle, opening.get(), place, item)
                : groups.number(handle, place, target.group());
    }

    /** A record that was numbered within a project stays within it where its new template has a place for the project. */
    private static Map<String, String> kept(Item item) {
        return Map.of(
                "project", item.referenceCode().parts().map(CodeParts::project).orElse(""));
    }

    private static CodeChange get(Handle handle, UUID id) {
        return get(handle, id, "");
    }

    private static CodeChange get(Handle handle, UUID id, String lock) {
        return handle.createQuery("select * from code_change where id = :id" + lock)
                .bind("id", id)
                .map((row, _) -> change(row))
                .findOne()
                .orElseThrow(() -> new NotFound(RecordProblem.NO_SUCH_RENUMBERING));
    }

    private CodeChange decidable(Handle transaction, SignedIn who, UUID id) {
        var change = get(transaction, id, " for update");
        if (change.state() != CodeChange.State.PROPOSED) {
            throw new Refused(RecordProblem.RENUMBERING_DECIDED);
        }
        if (change.proposedBy().equals(who.actor().name()) || who.atMachine()) {
            throw new Refused(RecordProblem.NOBODY_APPROVES_HIS_OWN);
        }
        return change;
    }

    private void decide(
            Handle transaction,
            SignedIn who,
            CodeChange change,
            CodeChange.State state,
            Optional<ReferenceCode> code,
            String decision) {
        transaction
                .createUpdate("""
                        update code_change set state = :state, new_code = :code, decided_by = :by, decided_at = :now,
                            decision = :decision where id = :id
                        """)
                .bind("id", change.id())
                .bind("state", state.name())
                .bind("code", code.map(ReferenceCode::text).orElse(null))
                .bind("by", who.actor().name())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("decision", decision)
                .execute();
    }

    private void record(Handle transaction, SignedIn who, AuditAction action, UUID item, Map<String, String> detail) {
        audit.record(transaction, who.actor(), action, Subject.of("item", item), detail);
    }

    private static CodeChange change(ResultSet row) throws SQLException {
        return new CodeChange(
                row.getObject("id", UUID.class),
                row.getObject("item_id", UUID.class),
                new ReferenceCode(row.getString("old_code")),
                Optional.ofNullable(row.getString("new_code")).map(ReferenceCode::new),
                new Target(
                        Category.valueOf(row.getString("category")),
                        row.getString("link"),
                        row.getInt("year"),
                        RetentionPeriod.parse(row.getString("retention")).orElseThrow(),
                        row.getString("photo_group")),
                row.getString("reason"),
                CodeChange.State.valueOf(row.getString("state")),
                row.getString("proposed_by"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("decided_by")),
                Optional.ofNullable(row.getObject("decided_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getString("decision"));
    }
}
