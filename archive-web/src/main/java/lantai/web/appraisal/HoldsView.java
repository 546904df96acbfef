package lantai.web.appraisal;

import java.util.List;
import lantai.hold.Hold;
import lantai.hold.HoldScope;
import lantai.web.frame.Page;
import lantai.web.text.Text;
import org.jdbi.v3.core.Handle;

/**
 * Holds.
 *
 * @param open whether those in force are shown or those that have ended
 */
public record HoldsView(Page page, boolean open, List<Hold> holds, Pages pages) {
    public HoldsView {
        holds = List.copyOf(holds);
    }

    /** {@return what a hold covers, in a word} */
    public String scope(Hold hold) {
        return switch (hold.scope()) {
            case HoldScope.Items _ -> page.say("appraisal.hold.scope.items");
            case HoldScope.OfPerson _ -> page.say("appraisal.hold.scope.person");
            case HoldScope.OfYear(var category, int year) ->
                page.say("appraisal.hold.scope.year-of", page.say("search.category." + category), year);
        };
    }

    /** {@return what a hold covers, with the person's name and masked number} */
    static String scope(Text text, Handle handle, AppraisalDoors doors, Hold hold) {
        return switch (hold.scope()) {
            case HoldScope.Items _ -> text.say("appraisal.hold.scope.items");
            case HoldScope.OfPerson(var id) -> {
                var person = doors.persons().get(handle, id);
                yield text.say("appraisal.hold.scope.person-of", person.name(), person.maskedId());
            }
            case HoldScope.OfYear(var category, int year) ->
                text.say("appraisal.hold.scope.year-of", text.say("search.category." + category), year);
        };
    }
}
