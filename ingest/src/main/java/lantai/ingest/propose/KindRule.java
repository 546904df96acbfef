package lantai.ingest.propose;

import java.util.List;
import java.util.Set;
import lantai.classification.Category;
import lantai.retention.RetentionPeriod;

/**
 * How one document kind is known and kept.
 *
 * @param code stable, for example {@code claim-reimbursement}
 * @param name on the screen
 * @param category one of the eight
 * @param retention proposed term
 * @param confirmed whether the term was seen in a source (S); otherwise the agency must confirm it (K)
 * @param link the business link of the retention table, for example {@code GL 1.1}, or empty
 * @param formats beginnings of the MIME types it may have; empty for any
 * @param expects the fields such a document should have
 * @param amounts labels of the sum that such a document is filed under, the first choice first; empty for no choice of its own
 * @param dates labels of its day of formation, likewise
 * @param phrases what speaks for it
 */
public record KindRule(
        String code,
        String name,
        Category category,
        RetentionPeriod retention,
        boolean confirmed,
        String link,
        List<String> formats,
        Set<Field> expects,
        List<String> amounts,
        List<String> dates,
        List<Phrase> phrases) {
    public KindRule {
        formats = List.copyOf(formats);
        expects = Set.copyOf(expects);
        amounts = List.copyOf(amounts);
        dates = List.copyOf(dates);
        phrases = List.copyOf(phrases);
    }

    boolean allows(String mime) {
        return formats.isEmpty() || formats.stream().anyMatch(mime::startsWith);
    }
}
