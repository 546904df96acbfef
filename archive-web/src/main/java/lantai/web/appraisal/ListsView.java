package lantai.web.appraisal;

import java.util.List;
import lantai.disposal.DestructionList;
import lantai.disposal.ListState;
import lantai.web.frame.Page;

/** All destruction lists. */
public record ListsView(Page page, List<DestructionList> lists, Pages pages) {
    public ListsView {
        lists = List.copyOf(lists);
    }

    /** {@return the tone of a state's badge} */
    public static String tone(ListState state) {
        return switch (state) {
            case DRAFT, REFUSED -> "";
            case SUBMITTED, FILED, APPROVED, SIGNED -> "wait";
            case EXECUTING, EXECUTED -> "info";
            case CERTIFIED -> "ok";
        };
    }

    /** {@return the drawing of a state's badge} */
    public static String icon(ListState state) {
        return switch (state) {
            case DRAFT -> "edit";
            case REFUSED -> "retry";
            case SUBMITTED, FILED, APPROVED -> "wait";
            case SIGNED -> "stamp";
            case EXECUTING, EXECUTED -> "play";
            case CERTIFIED -> "ok";
        };
    }
}
