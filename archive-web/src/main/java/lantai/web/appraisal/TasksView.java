package lantai.web.appraisal;

import java.util.List;
import lantai.disposal.Appraisal;
import lantai.web.frame.Page;

/** All appraisals. */
public record TasksView(Page page, List<Appraisal> appraisals, Pages pages) {
    public TasksView {
        appraisals = List.copyOf(appraisals);
    }

    /** {@return the tone of a state's badge} */
    public String tone(Appraisal appraisal) {
        return switch (appraisal.state()) {
            case OPEN -> "wait";
            case CONCLUDED -> "ok";
            case CANCELLED -> "";
        };
    }

    /** {@return the drawing of a state's badge} */
    public String icon(Appraisal appraisal) {
        return switch (appraisal.state()) {
            case OPEN -> "wait";
            case CONCLUDED -> "ok";
            case CANCELLED -> "stop";
        };
    }
}
