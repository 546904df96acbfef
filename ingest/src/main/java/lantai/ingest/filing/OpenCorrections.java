package lantai.ingest.filing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantai.ingest.propose.Field;
import lantai.ingest.review.Document;
import lantai.ingest.review.FieldValue;
import lantai.problem.Refused;
import org.jdbi.v3.core.Handle;

/** Lines that somebody has put right on a page under review and that are not part of its text yet. They must not get lost. */
final class OpenCorrections {
    private OpenCorrections() {}

    /** @param lines how many wait on the page */
    private record Open(UUID document, int page, int lines) {}

    /**
     * Lets documents pass that nobody is correcting.
     *
     * @throws Refused naming one of which lines wait to be written, and the page
     */
    static void refuse(Handle handle, List<Document> documents) {
        first(handle, documents).ifPresent(open -> {
            var title = documents.stream()
                    .filter(document -> document.id().equals(open.document()))
                    .flatMap(document -> Optional.ofNullable(document.fields().get(Field.TITLE)).stream())
                    .map(FieldValue::value)
                    .findFirst()
                    .orElse("");
            throw new Refused(FilingProblem.CORRECTIONS_OPEN, title, open.page(), open.lines());
        });
    }

    private static Optional<Open> first(Handle handle, List<Document> documents) {
        if (documents.isEmpty()) {
            return Optional.empty();
        }
        return handle.createQuery("""
                        select p.document_id, p.ordinal, count(*) as lines from text_correction c
                        join document_page p on p.file_id = c.file_id and p.file_page = c.page
                        where p.document_id in (<ids>)
                        group by p.document_id, p.ordinal order by p.document_id, p.ordinal limit 1
                        """)
                .bindList("ids", documents.stream().map(Document::id).toList())
                .map((row, _) ->
                        new Open(row.getObject("document_id", UUID.class), row.getInt("ordinal"), row.getInt("lines")))
                .findFirst();
    }
}
