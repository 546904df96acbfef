package lantai.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import lantai.problem.Refused;
import org.junit.jupiter.api.Test;

/**
 * Who may do what to a transfer list. Besides examples of each wrong way, long random sequences of deeds by few people: whatever they
 * try, nothing leaves the house unchecked or by one person alone. A failure names its seed, -Dseed repeats it.
 */
class TransferProcessTest {
    private static final UUID SUBMITTER = new UUID(0, 1);
    private static final UUID APPROVER = new UUID(0, 2);
    private static final String DIGEST = "a";
    private static final String OTHER = "b";

    private static final List<TransferDeed> WAY = List.of(
            new TransferDeed.Submit(SUBMITTER, DIGEST, 0, true),
            new TransferDeed.Check(true),
            new TransferDeed.Approve(APPROVER, DIGEST),
            new TransferDeed.Pack(DIGEST, true),
            new TransferDeed.FinishPacking(true, DIGEST),
            new TransferDeed.HandOver(true),
            new TransferDeed.Receipt());

    private static final List<TransferState> STATES = List.of(
            TransferState.SUBMITTED,
            TransferState.CHECKED,
            TransferState.APPROVED,
            TransferState.PACKING,
            TransferState.PACKED,
            TransferState.HANDED_OVER,
            TransferState.RECEIPTED);

    @Test
    void twoPeopleInOrderHandOver() {
        var states = new ArrayList<TransferState>();
        var process = TransferProcess.drawnUp();
        for (var deed : WAY) {
            process = process.after(deed);
            states.add(process.state());
        }
        assertThat(states).isEqualTo(STATES);
        assertThat(process.submitter()).contains(SUBMITTER);
        assertThat(process.approver()).contains(APPROVER);
        assertThat(process.digest()).contains(DIGEST);
    }

    @Test
    void noStepCanBeLeftOut() {
        for (var skipped = 0; skipped < WAY.size() - 1; skipped++) {
            refused(after(skipped), WAY.get(skipped + 1), TransferProblem.NOT_NOW);
        }
        refused(after(WAY.size()), new TransferDeed.Receipt(), TransferProblem.NOT_NOW);
    }

    @Test
    void theSubmitterDoesNotApprove() {
        refused(after(2), new TransferDeed.Approve(SUBMITTER, DIGEST), TransferProblem.SUBMITTER_CANNOT_APPROVE);
    }

    @Test
    void aListWithoutAnOpinionOrWithSomethingInTheWayIsNotSubmitted() {
        refused(after(0), new TransferDeed.Submit(SUBMITTER, DIGEST, 1, true), TransferProblem.OPINIONS_MISSING);
        refused(after(0), new TransferDeed.Submit(SUBMITTER, DIGEST, 0, false), TransferProblem.ITEM_BLOCKED);
    }

    @Test
    void aFailedCheckMakesItADraftAgain() {
        assertThat(after(1).after(new TransferDeed.Check(false))).isEqualTo(TransferProcess.drawnUp());
    }

    @Test
    void aChangedListIsNeitherApprovedNorPacked() {
        refused(after(2), new TransferDeed.Approve(APPROVER, OTHER), TransferProblem.LIST_CHANGED);
        refused(after(3), new TransferDeed.Pack(OTHER, true), TransferProblem.LIST_CHANGED);
    }

    @Test
    void whatStandsInTheWayStopsPackingAndHandingOver() {
        refused(after(3), new TransferDeed.Pack(DIGEST, false), TransferProblem.ITEM_BLOCKED);
        refused(after(5), new TransferDeed.HandOver(false), TransferProblem.ITEM_BLOCKED);
    }

    @Test
    void whatWasChangedWhileItWasPackedIsNotPacked() {
        refused(after(4), new TransferDeed.FinishPacking(true, OTHER), TransferProblem.LIST_CHANGED);
    }

    @Test
    void whatCannotBePackedIsPackedAgainLater() {
        assertThat(after(4).after(new TransferDeed.FinishPacking(false, OTHER))).isEqualTo(after(3));
    }

    @Test
    void itIsSentBackOrGivenUpUntilItLeavesTheHouse() {
        for (var done : List.of(1, 2, 3, 5)) {
            assertThat(after(done).after(new TransferDeed.Return()))
                    .as("after " + done)
                    .isEqualTo(TransferProcess.drawnUp());
        }
        for (var done : List.of(0, 4, 6, 7)) {
            refused(after(done), new TransferDeed.Return(), TransferProblem.NOT_NOW);
        }
        for (var done = 0; done < 6; done++) {
            assertThat(after(done).after(new TransferDeed.Cancel()).state()).isEqualTo(TransferState.CANCELLED);
        }
        for (var done = 6; done <= 7; done++) {
            refused(after(done), new TransferDeed.Cancel(), TransferProblem.NOT_NOW);
        }
        var given = after(2).after(new TransferDeed.Cancel());
        refused(given, new TransferDeed.Cancel(), TransferProblem.NOT_NOW);
        refused(given, new TransferDeed.Return(), TransferProblem.NOT_NOW);
    }

    @Test
    void onlyEndedListsAreNotOpen() {
        var closed = EnumSet.noneOf(TransferState.class);
        for (var state : TransferState.values()) {
            if (!state.isOpen()) {
                closed.add(state);
            }
        }
        assertThat(closed).containsExactlyInAnyOrder(TransferState.RECEIPTED, TransferState.CANCELLED);
    }

    @Test
    void noSequenceOfDeedsHandsOverUncheckedOrByOnePersonAlone() {
        var first = Long.getLong("seed", System.nanoTime());
        var handedOver = 0;
        for (var run = 0; run < 20_000; run++) {
            handedOver += attempt(new Random(first + run), first + run) ? 1 : 0;
        }
        assertThat(handedOver)
                .as("runs that handed over rightly, so that the law was put to the test")
                .isPositive();
    }

    /** Keeps books of its own about what was done, and compares. */
    private static boolean attempt(Random random, long seed) {
        var process = TransferProcess.drawnUp();
        Optional<TransferDeed.Submit> submitted = Optional.empty();
        Optional<TransferDeed.Approve> approved = Optional.empty();
        var checked = false;
        var left = false;
        for (var step = 0; step < 60; step++) {
            var deed = deed(random);
            var before = process;
            try {
                process = process.after(deed);
            } catch (Refused no) {
                continue;
            }
            switch (deed) {
                case TransferDeed.Submit submit -> {
                    submitted = Optional.of(submit);
                    checked = false;
                    approved = Optional.empty();
                }
                case TransferDeed.Check(boolean passed) -> checked = passed;
                case TransferDeed.Approve approve -> approved = Optional.of(approve);
                case TransferDeed.Return _, TransferDeed.Cancel _ ->
                    assertThat(left)
                            .as("taken back after it left, seed " + seed)
                            .isFalse();
                case TransferDeed.Pack(String now, boolean free) ->
                    assertThat(free && now.equals(approved.orElseThrow().digest()))
                            .as("packed what was not approved, seed " + seed)
                            .isTrue();
                case TransferDeed.FinishPacking(boolean whole, String now) ->
                    assertThat(!whole || now.equals(approved.orElseThrow().digest()))
                            .as("packed what was changed meanwhile, seed " + seed)
                            .isTrue();
                case TransferDeed.Receipt _ -> {}
                case TransferDeed.HandOver(boolean free) -> {
                    left = true;
                    var submit = submitted.orElseThrow();
                    var approve = approved.orElseThrow();
                    assertThat(free && checked && submit.free() && submit.undecided() == 0)
                            .as("left the house unchecked, seed " + seed)
                            .isTrue();
                    assertThat(approve.by())
                            .as("one person alone, seed " + seed)
                            .isNotEqualTo(submit.by());
                    assertThat(approve.digest()).as("seed " + seed).isEqualTo(submit.digest());
                }
            }
            assertThat(process.state().isOpen() || before.state() != process.state())
                    .as("seed " + seed)
                    .isTrue();
        }
        return left;
    }

    private static TransferDeed deed(Random random) {
        var by = new UUID(0, random.nextInt(3));
        var digest = random.nextInt(4) == 0 ? OTHER : DIGEST;
        var free = random.nextInt(6) != 0;
        return switch (random.nextInt(11)) {
            case 0, 1 -> new TransferDeed.Submit(by, digest, random.nextInt(4) == 0 ? 1 : 0, free);
            case 2 -> new TransferDeed.Check(random.nextInt(4) != 0);
            case 3, 4 -> new TransferDeed.Approve(by, digest);
            case 5 -> new TransferDeed.Pack(digest, free);
            case 6 -> new TransferDeed.FinishPacking(random.nextInt(4) != 0, digest);
            case 7, 8 -> new TransferDeed.HandOver(free);
            case 9 -> new TransferDeed.Receipt();
            default -> random.nextInt(4) == 0 ? new TransferDeed.Cancel() : new TransferDeed.Return();
        };
    }

    private static TransferProcess after(int deeds) {
        var process = TransferProcess.drawnUp();
        for (var deed : WAY.subList(0, deeds)) {
            process = process.after(deed);
        }
        return process;
    }

    private static void refused(TransferProcess process, TransferDeed deed, TransferProblem problem) {
        assertThatThrownBy(() -> process.after(deed))
                .as(process.state() + " " + deed)
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.problem()).isEqualTo(problem));
    }
}
