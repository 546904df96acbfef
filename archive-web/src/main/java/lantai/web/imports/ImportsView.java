package lantai.web.imports;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import lantai.ingest.catalogue.CatalogueImport;
import lantai.ingest.catalogue.ImportState;
import lantai.web.frame.Page;

/**
 * All imports, the newest first.
 *
 * @param more whether older ones follow
 * @param keepDays after how many days one that waits for a person is given up by itself, 0 for never
 * @param now for their age
 */
public record ImportsView(Page page, List<CatalogueImport> imports, boolean more, int keepDays, Instant now) {
    public ImportsView {
        imports = List.copyOf(imports);
    }

    /** {@return how long one has waited for a person, in words; empty when it does not wait} */
    public String waited(CatalogueImport of) {
        if (!of.state().isCancellable() || of.state().isWorking()) {
            return "";
        }
        var days = Duration.between(of.changedAt(), now).toDays();
        var waited = days == 0 ? page.say("imports.waited.today") : page.say("imports.waited", days);
        return keepDays == 0 ? waited : waited + page.say("imports.waited.left", Math.max(0, keepDays - days));
    }

    /** {@return whether any of them can be given up} */
    public boolean cancels() {
        return imports.stream().anyMatch(one -> one.state().isCancellable());
    }

    /** {@return the tone of a state's badge} */
    public static String tone(ImportState state) {
        return switch (state) {
            case RECEIVED, CHECKING, APPLYING, UNDOING -> "info";
            case READ, CHECKED -> "wait";
            case APPLIED -> "ok";
            case REFUSED -> "fault";
            case UNDONE, CANCELLED -> "";
        };
    }

    /** {@return the icon of a state's badge} */
    public static String icon(ImportState state) {
        return switch (state) {
            case RECEIVED, CHECKING, APPLYING, UNDOING -> "wait";
            case READ, CHECKED -> "edit";
            case APPLIED -> "ok";
            case REFUSED -> "fault";
            case UNDONE -> "undo";
            case CANCELLED -> "stop";
        };
    }
}
