package lantai.volume;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import lantai.account.SignedIn;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import lantai.record.ReferenceCodes;
import lantai.retention.RetentionPeriod;
import org.jdbi.v3.core.Handle;

/** Closes volumes with the note on their state (备考表), gives them their numbers, and opens them again with a reason. */
public final class VolumeClosing {
    private static final int LONGEST = 500;

    private final VolumeDesk desk;
    private final VolumeRules rules;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final ReferenceCodes codes = ReferenceCodes.ofGroups();

    public VolumeClosing(VolumeDesk desk, VolumeRules rules, AuditTrail audit, InstantSource clock) {
        this.desk = desk;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Closes a volume; the first time it gets its reference code.
     *
     * @param remarks on its state: what is missing, damaged, changed; may be empty
     * @throws Refused when it is empty, closed, or another person must check it
     */
    public void close(Handle transaction, SignedIn who, UUID id, String remarks) {
        var note = remarks.strip();
        if (note.length() > LONGEST) {
            throw new Malformed(VolumeProblem.REASON_MISSING, LONGEST);
        }
        var volume = desk.openFor(transaction, who, id);
        if (volume.items() == 0) {
            throw new Refused(VolumeProblem.VOLUME_EMPTY);
        }
        if (volume.arrangedBy().equals(who.actor().name()) && rules.twoPeople(transaction)) {
            throw new Refused(VolumeProblem.SECOND_PERSON_NEEDED, volume.arrangedBy());
        }
        var term = volume.retention().orElseThrow(() -> new Refused(VolumeProblem.VOLUME_EMPTY));
        var code = volume.code().orElseGet(() -> number(transaction, volume, term));
        transaction
                .createUpdate("""
                        update volume set state = 'CLOSED', reference_code = :code, retention = :term, remarks = :remarks,
                            checked_by = :by, checked_at = :now, version = version + 1 where id = :id
                        """)
                .bind("id", id)
                .bind("code", code)
                .bind("term", term.code())
                .bind("remarks", note)
                .bind("by", who.actor().name())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
        transaction
                .createUpdate("delete from volume_undo where volume_id = :id")
                .bind("id", id)
                .execute();
        audit.record(
                transaction,
                who.actor(),
                AuditAction.VOLUME_CLOSED,
                Subject.of("volume", id),
                Map.of("code", code, "arrangedBy", volume.arrangedBy(), "remarks", note));
    }

    private String number(Handle transaction, Volume volume, RetentionPeriod term) {
        var rule = VolumeRules.of(rules.all(transaction), volume.category(), volume.classCode())
                .orElseThrow(() -> new Refused(VolumeProblem.NOT_ARRANGED_BY_VOLUME, volume.classCode()));
        var places = new HashMap<>(Map.of(
                "fonds", volume.fonds(),
                "class", volume.classCode(),
                "year", "%04d".formatted(volume.year()),
                "retention", term.code()));
        transaction
                .createQuery("""
                        select i.code_organisation, i.code_project from volume_item l join item i on i.id = l.item_id
                        where l.volume_id = :id order by l.ordinal limit 1
                        """)
                .bind("id", volume.id())
                .map((row, _) -> Map.of(
                        "organisation", row.getString("code_organisation"), "project", row.getString("code_project")))
                .findOne()
                .ifPresent(places::putAll);
        var scope = rule.template().scope(places);
        return scope.code(codes.next(transaction, scope.text())).text();
    }

    /**
     * Opens a closed volume again.
     *
     * @throws Malformed when the reason is missing
     * @throws Refused when it is open
     */
    public void reopen(Handle transaction, SignedIn who, UUID id, String why) {
        var reason = why.strip();
        if (reason.isEmpty() || reason.length() > LONGEST) {
            throw new Malformed(VolumeProblem.REASON_MISSING, LONGEST);
        }
        if (desk.locked(transaction, who, id).isOpen()) {
            throw new Refused(VolumeProblem.VOLUME_OPEN);
        }
        transaction
                .createUpdate("""
                        update volume set state = 'OPEN', checked_by = null, checked_at = null, arranged_by = :by,
                            version = version + 1 where id = :id
                        """)
                .bind("id", id)
                .bind("by", who.actor().name())
                .execute();
        audit.record(
                transaction,
                who.actor(),
                AuditAction.VOLUME_REOPENED,
                Subject.of("volume", id),
                Map.of("reason", reason));
    }
}
