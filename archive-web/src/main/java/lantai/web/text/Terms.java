package lantai.web.text;

import lantai.retention.RetentionPeriod;

/** Puts retention periods into words. */
public final class Terms {
    private Terms() {}

    /** {@return a period in words, by its code; what is no code is said as it stands} */
    public static String told(Text text, String code) {
        return RetentionPeriod.parse(code).map(period -> told(text, period)).orElse(code);
    }

    /** {@return a period in words} */
    public static String told(Text text, RetentionPeriod period) {
        return told(text, period, "");
    }

    /**
     * A period in words.
     *
     * @param event what an event term waits for, empty when it is not known
     */
    public static String told(Text text, RetentionPeriod period, String event) {
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
