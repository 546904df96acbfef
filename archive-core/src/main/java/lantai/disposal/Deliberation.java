package lantai.disposal;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lantai.audit.Actor;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.policy.PolicyCentre;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import org.jdbi.v3.core.Handle;

/**
 * Where every member of an appraisal group says what he thinks of the proposal, the opinions on its records taken together: he
 * agrees, or names the records of which he thinks otherwise, or a head notes that he is absent. What a member thinks otherwise is
 * kept beside the proposal and does not change it. When the proposal changes, everybody present is asked again.
 */
public final class Deliberation {
    private final AppraisalBoard board;
    private final PolicyCentre policies;
    private final AuditTrail audit;
    private final InstantSource clock;

    public Deliberation(AppraisalBoard board, PolicyCentre policies, AuditTrail audit, InstantSource clock) {
        this.board = board;
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    /** {@return the members, heads first} */
    public List<Member> members(Handle handle, UUID appraisal) {
        return MemberRows.of(handle, appraisal);
    }

    /**
     * Agrees with the whole proposal; opinions of one's own are withdrawn.
     *
     * @throws Refused when the proposal is not complete, the person is not in the group, or the appraisal is closed
     */
    public void agree(Handle transaction, Actor by, UUID appraisal) {
        var account = requireProposal(transaction, by, appraisal);
        transaction
                .createUpdate("delete from appraisal_voice where appraisal_id = :appraisal and account_id = :account")
                .bind("appraisal", appraisal)
                .bind("account", account)
                .execute();
        note(transaction, by, appraisal, account, Stance.AGREES, "");
    }

    /**
     * Thinks otherwise of some records and agrees on the others.
     *
     * @return of how many
     * @throws Refused when the proposal is not complete, the person is not in the group, or the appraisal is closed
     * @throws Malformed when the reason is missing or no record is named
     */
    public int differ(Handle transaction, Actor by, UUID appraisal, List<UUID> items, Decision decision) {
        var account = requireProposal(transaction, by, appraisal);
        if (decision instanceof Decision.Lengthen longer) {
            board.requireLonger(transaction, items, longer);
        }
        var number = transaction
                .createUpdate("""
                        insert into appraisal_voice (appraisal_id, account_id, item_id, opinion, period, years, reason)
                        select appraisal_id, :account, item_id, :opinion, :period, :years, :reason from appraisal_item
                        where appraisal_id = :appraisal and item_id = any (:items)
                        on conflict (appraisal_id, account_id, item_id) do update set opinion = excluded.opinion,
                            period = excluded.period, years = excluded.years, reason = excluded.reason
                        """)
                .bind("account", account)
                .bind("opinion", decision.opinion().name())
                .bind("period", decision instanceof Decision.Lengthen(var period, var _) ? period.code() : null)
                .bind("years", decision instanceof Decision.Keep(int years, var _) ? Integer.valueOf(years) : null)
                .bind("reason", AppraisalBoard.words(decision.reason(), DisposalProblem.REASON_MISSING))
                .bind("appraisal", appraisal)
                .bindArray("items", UUID.class, items.toArray())
                .execute();
        if (number == 0) {
            throw new Malformed(DisposalProblem.NOTHING_CHOSEN);
        }
        note(transaction, by, appraisal, account, Stance.DIFFERS, "");
        return number;
    }

    /**
     * Notes that a member takes no part; he may still speak later.
     *
     * @throws Refused when the person does not head the group, or the member has spoken
     * @throws Malformed when the reason is missing
     */
    public void noteAbsent(Handle transaction, Actor by, UUID appraisal, UUID member, String reason) {
        board.requireOpen(transaction, appraisal);
        board.requireMember(transaction, by, appraisal);
        var group = members(transaction, appraisal);
        if (group.stream().noneMatch(one -> one.leads() && by.id().equals(Optional.of(one.account())))) {
            throw new Refused(DisposalProblem.NOT_HEAD);
        }
        var absent = group.stream()
                .filter(one -> one.account().equals(member))
                .findFirst()
                .orElseThrow(() -> new Malformed(DisposalProblem.NO_SUCH_MEMBER));
        if (absent.isPresent()) {
            throw new Refused(DisposalProblem.MEMBER_SPOKE, absent.name());
        }
        var why = AppraisalBoard.words(reason, DisposalProblem.REASON_MISSING);
        note(transaction, by, appraisal, member, Stance.ABSENT, why);
    }

    /** Everybody has spoken or is noted as absent, and enough took part. */
    void requireHeard(Handle handle, UUID appraisal) {
        var group = members(handle, appraisal);
        var silent = names(group, member -> member.stance().isEmpty());
        if (!silent.isEmpty()) {
            throw new Refused(DisposalProblem.MEMBERS_SILENT, silent);
        }
        var rule = QuorumRule.parse(policies.inForce(handle, QuorumRule.POLICY).content());
        var came = group.stream().filter(Member::isPresent).count();
        if (!rule.isMet(came, group.size())) {
            throw new Refused(
                    DisposalProblem.QUORUM_MISSED,
                    came,
                    group.size(),
                    rule.present(),
                    names(group, member -> !member.isPresent()));
        }
        if (rule.head() && group.stream().noneMatch(member -> member.leads() && member.isPresent())) {
            throw new Refused(DisposalProblem.HEAD_ABSENT, names(group, Member::leads));
        }
    }

    private static String names(List<Member> group, Predicate<Member> which) {
        return group.stream().filter(which).map(Member::name).collect(Collectors.joining("、"));
    }

    private UUID requireProposal(Handle transaction, Actor by, UUID appraisal) {
        board.requireOpen(transaction, appraisal);
        board.requireMember(transaction, by, appraisal);
        board.requireComplete(board.get(transaction, appraisal));
        return by.id().orElseThrow();
    }

    private void note(Handle transaction, Actor by, UUID appraisal, UUID account, Stance stance, String reason) {
        transaction
                .createUpdate("""
                        update appraisal_member m set name = a.display_name, leads = 'LEADER' = any (a.roles),
                            stance = :stance, reason = :reason, spoke_at = :now, noted_by = :by
                        from account a where a.id = m.account_id and m.appraisal_id = :appraisal and m.account_id = :account
                        """)
                .bind("stance", stance.name())
                .bind("reason", reason)
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("by", by.name())
                .bind("appraisal", appraisal)
                .bind("account", account)
                .execute();
        audit.record(
                transaction,
                by,
                AuditAction.APPRAISAL_OPINION,
                Subject.of("appraisal", appraisal),
                Map.of("member", account.toString(), "stance", stance.name(), "reason", reason));
    }
}
