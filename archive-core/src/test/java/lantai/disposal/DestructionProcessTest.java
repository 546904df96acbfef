package lantai.disposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import lantai.problem.Refused;
import org.junit.jupiter.api.Test;

/**
 * Who may do what to a destruction list. Besides examples of each wrong way, long random sequences of deeds by few people: whatever
 * they try, nothing is destroyed without all signatures. A failure names its seed, -Dseed repeats it.
 */
class DestructionProcessTest {
    private static final UUID SUBMITTER = new UUID(0, 1);
    private static final UUID APPROVER = new UUID(0, 2);
    private static final UUID ARCHIVIST = new UUID(0, 3);
    private static final UUID CLERK = new UUID(0, 4);
    private static final String DIGEST = "a";
    private static final String OTHER = "b";

    private static final List<ListDeed> WAY = List.of(
            new ListDeed.Submit(SUBMITTER, DIGEST),
            new ListDeed.NoteFiling(SUBMITTER),
            new ListDeed.Approve(APPROVER, DIGEST),
            new ListDeed.Sign(ARCHIVIST, Side.ARCHIVES, DIGEST),
            new ListDeed.Sign(CLERK, Side.BUSINESS, DIGEST),
            new ListDeed.Begin(ARCHIVIST, DIGEST, true),
            new ListDeed.Finish(),
            new ListDeed.Certify(true));

    @Test
    void fourPeopleInOrderDestroy() {
        var states = new ArrayList<ListState>();
        var process = DestructionProcess.drawnUp();
        for (var deed : WAY) {
            process = process.after(deed);
            states.add(process.state());
        }
        assertThat(states)
                .containsExactly(
                        ListState.SUBMITTED,
                        ListState.FILED,
                        ListState.APPROVED,
                        ListState.APPROVED,
                        ListState.SIGNED,
                        ListState.EXECUTING,
                        ListState.EXECUTED,
                        ListState.CERTIFIED);
        assertThat(process.submitter()).contains(SUBMITTER);
        assertThat(process.approver()).contains(APPROVER);
        assertThat(process.witnesses()).isEqualTo(Map.of(Side.ARCHIVES, ARCHIVIST, Side.BUSINESS, CLERK));
        assertThat(process.digest()).contains(DIGEST);
    }

    @Test
    void noStepCanBeLeftOut() {
        for (var skipped = 0; skipped < WAY.size() - 1; skipped++) {
            var before = after(skipped);
            var next = WAY.get(skipped + 1);
            // the second witness may come before the first
            if (!(next instanceof ListDeed.Sign && WAY.get(skipped) instanceof ListDeed.Sign)) {
                refused(before, next, DisposalProblem.NOT_NOW);
            }
        }
        refused(after(WAY.size()), new ListDeed.Begin(ARCHIVIST, DIGEST, true), DisposalProblem.NOT_NOW);
        refused(after(WAY.size()), new ListDeed.Refuse(APPROVER), DisposalProblem.NOT_NOW);
        refused(after(0), new ListDeed.Refuse(APPROVER), DisposalProblem.NOT_NOW);
    }

    @Test
    void theSubmitterNeitherApprovesNorRefusesNorWitnesses() {
        refused(after(2), new ListDeed.Approve(SUBMITTER, DIGEST), DisposalProblem.SUBMITTER_CANNOT_APPROVE);
        refused(after(2), new ListDeed.Refuse(SUBMITTER), DisposalProblem.SUBMITTER_CANNOT_APPROVE);
        refused(after(3), new ListDeed.Sign(SUBMITTER, Side.ARCHIVES, DIGEST), DisposalProblem.WITNESS_TOOK_PART);
        refused(after(3), new ListDeed.Sign(APPROVER, Side.BUSINESS, DIGEST), DisposalProblem.WITNESS_TOOK_PART);
    }

    @Test
    void oneWitnessSignsOnceAndForOneSide() {
        refused(after(4), new ListDeed.Sign(ARCHIVIST, Side.BUSINESS, DIGEST), DisposalProblem.WITNESS_SIGNED_ALREADY);
        refused(after(4), new ListDeed.Sign(CLERK, Side.ARCHIVES, DIGEST), DisposalProblem.SIDE_SIGNED_ALREADY);
        assertThat(after(4).after(new ListDeed.Sign(CLERK, Side.BUSINESS, DIGEST))
                        .state())
                .isEqualTo(ListState.SIGNED);
    }

    @Test
    void aChangedListGoesNoFurther() {
        refused(after(2), new ListDeed.Approve(APPROVER, OTHER), DisposalProblem.LIST_CHANGED);
        refused(after(3), new ListDeed.Sign(ARCHIVIST, Side.ARCHIVES, OTHER), DisposalProblem.LIST_CHANGED);
        refused(after(5), new ListDeed.Begin(ARCHIVIST, OTHER, true), DisposalProblem.LIST_CHANGED);
    }

    @Test
    void whatStandsInTheWayStopsTheBeginning() {
        refused(after(5), new ListDeed.Begin(ARCHIVIST, DIGEST, false), DisposalProblem.ITEM_BLOCKED);
    }

    @Test
    void aListIsSentBackUntilItBegins() {
        for (var done = 1; done <= 5; done++) {
            assertThat(after(done).after(new ListDeed.Refuse(APPROVER)).state())
                    .as("after " + done)
                    .isEqualTo(ListState.REFUSED);
        }
        refused(after(6), new ListDeed.Refuse(APPROVER), DisposalProblem.NOT_NOW);
        refused(after(7), new ListDeed.Refuse(APPROVER), DisposalProblem.NOT_NOW);
        var back = after(5).after(new ListDeed.Refuse(APPROVER));
        refused(back, new ListDeed.Refuse(APPROVER), DisposalProblem.NOT_NOW);
        assertThat(back.state().destroys()).isFalse();
    }

    @Test
    void remainsKeepTheProofOpen() {
        var executed = after(7);
        assertThat(executed.after(new ListDeed.Certify(false))).isEqualTo(executed);
        assertThat(executed.state().destroys()).isTrue();
    }

    @Test
    void aRecordNeverComesBackOnceItIsErased() {
        for (var from : EntryState.values()) {
            for (var to : EntryState.values()) {
                var allowed = (from == EntryState.PENDING && (to == EntryState.ERASED || to == EntryState.SPARED))
                        || (from == EntryState.ERASED && to == EntryState.REMOVED);
                assertThat(from.mayBecome(to)).as(from + " to " + to).isEqualTo(allowed);
            }
        }
    }

    @Test
    void noSequenceOfDeedsDestroysWithoutAllSignatures() {
        var first = Long.getLong("seed", System.nanoTime());
        var destroyed = 0;
        for (var run = 0; run < 20_000; run++) {
            var seed = first + run;
            destroyed += attempt(new Random(seed), seed) ? 1 : 0;
        }
        assertThat(destroyed)
                .as("runs that destroyed rightly, so that the law was put to the test")
                .isPositive();
    }

    /** Tries forty deeds, most of them near the right one. */
    private static boolean attempt(Random random, long seed) {
        var process = DestructionProcess.drawnUp();
        var done = new ArrayList<ListDeed>();
        for (var i = 0; i < 40 && !process.state().destroys(); i++) {
            var deed = deed(random);
            try {
                process = process.after(deed);
                done.add(deed);
            } catch (Refused refusal) {
                assertThat(refusal.problem()).isInstanceOf(DisposalProblem.class);
            }
        }
        if (process.state().destroys()) {
            lawful(process, done, seed);
        }
        return process.state().destroys();
    }

    private static void lawful(DestructionProcess process, List<ListDeed> done, long seed) {
        var people = new HashSet<UUID>();
        for (var deed : done) {
            switch (deed) {
                case ListDeed.Submit(var by, var digest) -> check(people.add(by) && same(process, digest), done, seed);
                case ListDeed.Approve(var by, var digest) -> check(people.add(by) && same(process, digest), done, seed);
                case ListDeed.Sign(var by, var _, var digest) ->
                    check(people.add(by) && same(process, digest), done, seed);
                case ListDeed.Begin(var _, var digest, var free) -> check(free && same(process, digest), done, seed);
                case ListDeed.Refuse _, ListDeed.Finish _, ListDeed.Certify _ -> check(false, done, seed);
                case ListDeed.NoteFiling _ -> {}
            }
        }
        check(people.size() == 4 && process.witnesses().keySet().size() == 2, done, seed);
        check(done.stream().anyMatch(deed -> deed instanceof ListDeed.NoteFiling), done, seed);
    }

    private static boolean same(DestructionProcess process, String digest) {
        return process.digest().equals(Optional.of(digest));
    }

    private static void check(boolean holds, List<ListDeed> done, long seed) {
        assertThat(holds).as("with -Dseed=%s: %s", seed, done).isTrue();
    }

    private static ListDeed deed(Random random) {
        var who = new UUID(0, random.nextInt(1, 6));
        var digest = random.nextInt(6) == 0 ? OTHER : DIGEST;
        var side = random.nextBoolean() ? Side.ARCHIVES : Side.BUSINESS;
        return switch (random.nextInt(9)) {
            case 0 -> new ListDeed.Submit(who, digest);
            case 1 -> new ListDeed.NoteFiling(who);
            case 2 -> new ListDeed.Approve(who, digest);
            case 3, 4, 5 -> new ListDeed.Sign(who, side, digest);
            case 6 -> new ListDeed.Begin(who, digest, random.nextInt(4) > 0);
            case 7 -> random.nextInt(5) == 0 ? new ListDeed.Refuse(who) : new ListDeed.Certify(random.nextBoolean());
            default -> new ListDeed.Finish();
        };
    }

    private static DestructionProcess after(int deeds) {
        var process = DestructionProcess.drawnUp();
        for (var deed : WAY.subList(0, deeds)) {
            process = process.after(deed);
        }
        return process;
    }

    private static void refused(DestructionProcess process, ListDeed deed, DisposalProblem problem) {
        assertThatThrownBy(() -> process.after(deed))
                .as(deed + " in " + process.state())
                .isInstanceOfSatisfying(
                        Refused.class, refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }
}
