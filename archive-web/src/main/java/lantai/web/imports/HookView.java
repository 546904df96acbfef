package lantai.web.imports;

import java.util.List;
import java.util.Optional;
import lantai.ingest.hooking.HookDesk.Progress;
import lantai.ingest.hooking.HookPlan;
import lantai.ingest.intake.Batch;
import lantai.web.frame.Page;

/**
 * What of a batch belongs to which entries.
 *
 * @param progress how far it has come, when it was ordered
 * @param error why the last try failed
 */
public record HookView(Page page, Batch batch, HookPlan plan, Optional<Progress> progress, Optional<String> error) {
    private static final int SHOWN = 100;

    /** {@return the first matches} */
    public List<HookPlan.Match> matches() {
        return plan.matches().stream().limit(SHOWN).toList();
    }

    /** {@return the first files that belong to no entry} */
    public List<HookPlan.Stray> strays() {
        return plan.strays().stream().limit(SHOWN).toList();
    }

    /** {@return the first entries without pages} */
    public List<HookPlan.Entry> without() {
        return plan.without().first().stream().limit(SHOWN).toList();
    }

    /** {@return whether it is being done} */
    public boolean isWorking() {
        return progress.filter(Progress::working).isPresent();
    }

    /** {@return the address of this page} */
    public String here() {
        return "/catalogue/hooking/" + batch.id();
    }
}
