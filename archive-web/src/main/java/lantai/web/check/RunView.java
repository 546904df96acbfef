package lantai.web.check;

import lantai.check.CheckRun;
import lantai.web.frame.Page;

/** One run on its way. */
public record RunView(Page page, CheckRun run) {
    /** {@return whether it may be paused} */
    public boolean pauses() {
        return run.state() == CheckRun.State.RUNNING;
    }

    /** {@return whether it may go on} */
    public boolean resumes() {
        return run.state() == CheckRun.State.PAUSED;
    }

    /** {@return whether it is neither done nor cancelled} */
    public boolean isOpen() {
        return pauses() || resumes();
    }
}
