package lantai.web.transfer;

import lantai.transfer.TransferRules;
import lantai.web.text.Terms;
import lantai.web.text.Text;

/**
 * Tells of records that are chosen before the rule asks for them. It keeps nobody from handing them over; who approves should know.
 *
 * @param rule in force
 * @param year in which we are
 * @param number how many of the records of a list are not due
 */
public record Early(TransferRules.Transfers rule, int year, long number) {
    /** {@return why a record is not due yet, in words; empty when it is} */
    public String told(Text text, int formed, String period) {
        var from = rule.dueFrom(formed, period);
        if (from.isEmpty()) {
            return text.say("transfer.early.term", Terms.told(text, period));
        }
        return from.get() <= year ? "" : text.say("transfer.early.year", Integer.toString(from.get()));
    }
}
