package lantai.web.inbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lantai.ingest.intake.Batch;
import lantai.ingest.intake.BatchState;
import lantai.ingest.intake.Batches.Progress;
import lantai.ingest.intake.Step;
import lantai.web.frame.Page;

/**
 * One batch as people see it.
 *
 * @param remaining how long it still takes, as far as its pace is known
 * @param reasons how many of its files are in quarantine for which reason
 * @param who the name of the person who delivered it, or of the way it came
 */
public record BatchLine(
        Page page,
        Batch batch,
        Progress progress,
        Optional<Duration> remaining,
        List<Map.Entry<String, Integer>> reasons,
        String who) {
    private static final long FEW_MINUTES = 10;
    private static final long STEP = 5;
    private static final long HOUR = 60;

    public BatchLine {
        reasons = List.copyOf(reasons);
    }

    /**
     * One mark of the five-step bar.
     *
     * @param name received, checked, read, sorted, or review
     * @param state done, now, or empty for later
     * @param figure how much is done
     */
    public record Mark(String name, String state, String figure) {}

    /** {@return the five steps} */
    public List<Mark> marks() {
        var total = progress.total() - progress.at(Step.CANCELLED);
        var checked = total - progress.at(Step.RECEIVED);
        var read = checked - progress.at(Step.CHECKED);
        var sorted = read - progress.at(Step.READ);
        var stands = total == 0 ? 0 : checked < total ? 1 : read < total ? 2 : sorted < total ? 3 : 4;
        return List.of(
                mark("received", 0, stands, page.say("inbox.figure.files", progress.total())),
                mark("checked", 1, stands, part(checked, total)),
                mark("read", 2, stands, page.say("inbox.figure.pages", part(progress.pagesRead(), progress.pages()))),
                mark("sorted", 3, stands, part(sorted - progress.at(Step.QUARANTINED), total)),
                new Mark("review", review(stands), page.say("inbox.figure.documents", progress.toReview())));
    }

    private Mark mark(String name, int number, int stands, String figure) {
        var state = progress.total() == 0 || number > stands ? "" : number < stands ? "done" : "now";
        return new Mark(name, batch.state() == BatchState.CANCELLED && state.equals("now") ? "" : state, figure);
    }

    private String review(int stands) {
        if (progress.toReview() > 0) {
            return stands == 4 ? "now" : "";
        }
        return stands == 4 && progress.accepted() + progress.filed() > 0 ? "done" : "";
    }

    private static String part(long done, long of) {
        return done == of ? Long.toString(of) : done + "/" + of;
    }

    /** {@return whether nothing more happens by itself} */
    public boolean isSettled() {
        return progress.settled() == progress.total();
    }

    /** {@return whether it is being worked on now} */
    public boolean isRunning() {
        return batch.state() == BatchState.OPEN && !isSettled();
    }

    /** {@return whether it waits until the first of its files is taken in hand} */
    public boolean isQueued() {
        return isRunning() && !progress.begun();
    }

    public boolean isPaused() {
        return batch.state() == BatchState.PAUSED;
    }

    public boolean isCancelled() {
        return batch.state() == BatchState.CANCELLED;
    }

    /** {@return how many files are in quarantine} */
    public int quarantined() {
        return progress.at(Step.QUARANTINED);
    }

    /** {@return how many things are left that cancelling would end} */
    public int cancellable() {
        return isCancelled() ? 0 : progress.total() - progress.at(Step.CANCELLED);
    }

    /** {@return the work that is done, out of {@link #most}} */
    public long done() {
        return progress.pagesRead() + progress.settled();
    }

    /** {@return all the work, as far as it is known} */
    public long most() {
        return Math.max(1, progress.pages() + progress.total());
    }

    /** {@return what goes on, in words} */
    public String told() {
        if (isCancelled()) {
            return page.say("inbox.told.cancelled");
        }
        if (isPaused()) {
            return page.say("inbox.told.paused");
        }
        if (progress.total() == 0) {
            return batch.gone().any() ? gone() : page.say("inbox.told.empty");
        }
        if (isQueued()) {
            return page.say("inbox.told.queued");
        }
        if (!isSettled()) {
            return remaining.map(this::left).orElseGet(() -> page.say("inbox.told.running"));
        }
        return progress.toReview() > 0 ? page.say("inbox.told.review", progress.toReview()) : settled();
    }

    private String settled() {
        if (progress.accepted() > 0) {
            return page.say("inbox.told.accepted", progress.accepted());
        }
        if (progress.at(Step.SEALED) > 0) {
            return page.say("inbox.told.sealed", progress.at(Step.SEALED));
        }
        return progress.filed() > 0 ? page.say("inbox.told.filed", progress.filed()) : page.say("inbox.told.settled");
    }

    /** {@return whether it had files, and none is left} */
    public boolean isGone() {
        return progress.total() == 0 && batch.gone().any();
    }

    /** {@return whether what is left of it is sealed} */
    public boolean isSealed() {
        return isSettled() && progress.at(Step.SEALED) > 0 && progress.toReview() + progress.accepted() == 0;
    }

    /** {@return what became of the files that are gone, in words; empty when none is} */
    public String gone() {
        var parts = new ArrayList<String>();
        if (batch.gone().handedOver() > 0) {
            parts.add(page.say("inbox.told.handed-over", batch.gone().handedOver()));
        }
        if (batch.gone().destroyed() > 0) {
            parts.add(page.say("inbox.told.destroyed", batch.gone().destroyed()));
        }
        return String.join(page.say("inbox.between"), parts);
    }

    /** In steps that grow with the time: a figure that changes each second tells nothing more. */
    private String left(Duration time) {
        var minutes = (time.toSeconds() + 59) / 60;
        if (minutes <= 1) {
            return page.say("inbox.left.soon");
        }
        if (minutes <= FEW_MINUTES) {
            return page.say("inbox.left.minutes", minutes);
        }
        var coarse = (minutes + STEP - 1) / STEP * STEP;
        return coarse < HOUR
                ? page.say("inbox.left.minutes", coarse)
                : page.say("inbox.left.hours", (minutes + HOUR / 2) / HOUR);
    }

    /** {@return why files are in quarantine, in words: reason and number} */
    public String why() {
        return String.join(
                page.say("inbox.between"),
                reasons.stream()
                        .map(reason -> page.say(
                                "inbox.reason-count", page.say("inbox.short." + reason.getKey()), reason.getValue()))
                        .toList());
    }

    /** {@return the way it came} */
    public String source() {
        return page.say("inbox.source." + batch.source().name());
    }
}
