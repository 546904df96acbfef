package lantai.web.appraisal;

import lantai.retention.RetentionPeriod;
import lantai.web.frame.Page;

/** Puts retention periods into words. */
final class Terms {
    private Terms() {}

    /** {@return a period in words, by its code} */
    static String told(Page page, String code) {
        return RetentionPeriod.parse(code).map(period -> told(page, period, "")).orElse(code);
    }

    /**
     * A period in words.
     *
     * @param event what an event term waits for, empty when it is not known
     */
    static String told(Page page, RetentionPeriod period, String event) {
        return switch (period) {
            case RetentionPeriod.Permanent _ -> page.say("appraisal.term.ever");
            case RetentionPeriod.Years(int years) -> page.say("appraisal.term.years", years);
            case RetentionPeriod.YearsAfterEvent(int years) ->
                event.isEmpty()
                        ? page.say("appraisal.term.event", years)
                        : page.say("appraisal.term.named-event", years, event);
        };
    }
}
