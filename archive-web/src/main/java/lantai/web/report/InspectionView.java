package lantai.web.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lantai.account.Right;
import lantai.inspection.Answer;
import lantai.inspection.Inspection;
import lantai.inspection.Verdict;
import lantai.web.frame.Page;

/**
 * One self-inspection.
 *
 * @param error why the last try failed
 */
public record InspectionView(Page page, Inspection inspection, LocalDate today, Optional<String> error) {
    /** {@return whether the reader may answer its points} */
    public boolean mayAnswer() {
        return page.may(Right.FILE) && inspection.closedAt().isEmpty();
    }

    /** {@return whether the reader may tell what was mended} */
    public boolean mayMend() {
        return page.may(Right.FILE);
    }

    /** {@return what can be answered} */
    public List<Verdict> verdicts() {
        return List.of(Verdict.SOUND, Verdict.FINDING, Verdict.NOT_APPLICABLE);
    }

    /** {@return the tone of a badge} */
    public String tone(Answer answer) {
        return switch (answer.verdict()) {
            case OPEN, NOT_APPLICABLE -> "";
            case SOUND -> "ok";
            case FINDING -> answer.waits() ? answer.isLate(today) ? "fault" : "wait" : "ok";
        };
    }

    /** {@return the drawing of a badge} */
    public String icon(Answer answer) {
        return switch (answer.verdict()) {
            case OPEN -> "more";
            case NOT_APPLICABLE -> "minus";
            case SOUND -> "ok";
            case FINDING -> answer.waits() ? "warn" : "check";
        };
    }

    /** {@return the words of a badge} */
    public String word(Answer answer) {
        return switch (answer.verdict()) {
            case OPEN, NOT_APPLICABLE, SOUND ->
                page.say("report.verdict." + answer.verdict().name());
            case FINDING ->
                page.say(
                        answer.waits()
                                ? answer.isLate(today) ? "report.verdict.late" : "report.verdict.FINDING"
                                : "report.verdict.mended");
        };
    }
}
