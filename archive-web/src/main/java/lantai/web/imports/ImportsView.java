package lantai.web.imports;

import java.util.List;
import lantai.ingest.catalogue.CatalogueImport;
import lantai.ingest.catalogue.ImportState;
import lantai.web.frame.Page;

/**
 * All imports, the newest first.
 *
 * @param more whether older ones follow
 */
public record ImportsView(Page page, List<CatalogueImport> imports, boolean more) {
    public ImportsView {
        imports = List.copyOf(imports);
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
