package lantai.web.review;

import java.util.List;
import java.util.Optional;
import lantai.ingest.intake.Batch;
import lantai.web.frame.Page;

/**
 * The desk before its script has loaded a document.
 *
 * @param batch the batch that is worked through, nothing for all
 * @param waiting documents that wait
 * @param accepted documents accepted and not yet filed
 * @param categories the choices of the category, by code
 * @param kinds the choices of the document kind, by code
 * @param words what the script says, by key
 */
public record DeskView(
        Page page,
        Optional<Batch> batch,
        int waiting,
        int accepted,
        boolean mayFile,
        List<Choice> categories,
        List<Choice> kinds,
        List<Choice> retentions,
        List<Choice> words) {
    /** One choice of a list. */
    public record Choice(String code, String name) {}

    public DeskView {
        categories = List.copyOf(categories);
        kinds = List.copyOf(kinds);
        retentions = List.copyOf(retentions);
        words = List.copyOf(words);
    }
}
