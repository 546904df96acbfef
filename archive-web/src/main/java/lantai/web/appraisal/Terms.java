package lantai.web.appraisal;

import lantai.retention.RetentionPeriod;
import lantai.web.frame.Page;
import lantai.web.text.Text;

/** Puts retention periods into words. */
public final class Terms {
    private Terms() {}

    /** {@return a period in words, by its code} */
    public static String told(Page page, String code) {
        return told(page.text(), code);
    }

    /** {@return a period in words, by its code} */
    public static String told(Text text, String code) {
        return RetentionPeriod.parse(code).map(period -> told(text, period, "")).orElse(code);
    }

    /**
     * A period in words.
     *
     * @param event what an event term waits for, empty when it is not known
     */
    static String told(Text text, RetentionPeriod period, String event) {
        return switch (period) {
            case RetentionPeriod.Permanent _ -> text.say("appraisal.term.ever");
            case RetentionPeriod.Years(int years) -> text.say("appraisal.term.years", years);
            case RetentionPeriod.YearsAfterEvent(int years) ->
                event.isEmpty()
                        ? text.say("appraisal.term.event", years)
                        : text.say("appraisal.term.named-event", years, event);
        };
    }
}
