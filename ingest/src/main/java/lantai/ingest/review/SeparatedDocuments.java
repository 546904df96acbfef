package lantai.ingest.review;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Puts documents of single pages together to documents of several, as separator sheets between the files say. Only what nobody has
 * had a hand in is put together, and what was put together goes on growing as long as nobody has.
 */
public final class SeparatedDocuments {
    private final Documents documents;

    public SeparatedDocuments(Documents documents) {
        this.documents = documents;
    }

    /**
     * The documents that hold pages of some files.
     *
     * @param files whose documents are to become one
     * @return in no order; empty when a person has had a hand in one of them, it holds pages of other files, or is not under review
     */
    public List<Document> untouched(Handle handle, Set<UUID> files) {
        var ids = new HashSet<UUID>();
        files.forEach(file -> ids.addAll(documents.ofFile(handle, file)));
        var all = documents.all(handle, List.copyOf(ids));
        return all.stream().allMatch(document -> isUntouched(handle, document, files)) ? all : List.of();
    }

    private static boolean isUntouched(Handle handle, Document document, Set<UUID> files) {
        return document.state() == DocumentState.PROPOSED
                && document.pages().stream().map(DocumentPage::fileId).allMatch(files::contains)
                && (document.version() == 0 || isAsPutTogether(handle, document));
    }

    private static boolean isAsPutTogether(Handle handle, Document document) {
        return handle.createQuery("select version from separated_document where document_id = :id")
                .bind("id", document.id())
                .mapTo(Integer.class)
                .findOne()
                .filter(version -> version == document.version())
                .isPresent();
    }

    /**
     * Makes one document of several, in place of the first of them.
     *
     * @param papers at least two, the first one in the order of delivery first
     * @param pages of all of them, in their order
     */
    public Document gather(Handle transaction, List<Document> papers, List<DocumentPage> pages, Proposed proposed) {
        var first = papers.getFirst();
        papers.stream().skip(1).forEach(paper -> documents.remove(transaction, paper.id()));
        documents.proposeAgain(transaction, first, pages, proposed);
        var whole = documents.get(transaction, first.id());
        transaction
                .createUpdate("""
                    insert into separated_document (document_id, version) values (:id, :version)
                    on conflict (document_id) do update set version = excluded.version
                    """)
                .bind("id", whole.id())
                .bind("version", whole.version())
                .execute();
        return whole;
    }
}
