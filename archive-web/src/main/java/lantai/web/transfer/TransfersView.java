package lantai.web.transfer;

import java.util.List;
import lantai.transfer.TransferList;
import lantai.transfer.TransferState;
import lantai.web.appraisal.Pages;
import lantai.web.frame.Page;

/** All transfer lists. */
public record TransfersView(Page page, List<TransferList> lists, Pages pages) {
    public TransfersView {
        lists = List.copyOf(lists);
    }

    /** {@return the tone of a state's badge} */
    public static String tone(TransferState state) {
        return switch (state) {
            case DRAFT, CANCELLED -> "";
            case SUBMITTED, PACKING -> "info";
            case CHECKED, APPROVED, PACKED, HANDED_OVER -> "wait";
            case RECEIPTED -> "ok";
        };
    }

    /** {@return the drawing of a state's badge} */
    public static String icon(TransferState state) {
        return switch (state) {
            case DRAFT -> "edit";
            case SUBMITTED -> "shield";
            case CHECKED, APPROVED -> "wait";
            case PACKING, PACKED -> "package";
            case HANDED_OVER -> "hand-over";
            case RECEIPTED -> "ok";
            case CANCELLED -> "close";
        };
    }
}
