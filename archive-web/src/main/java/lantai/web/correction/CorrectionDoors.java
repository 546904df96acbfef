package lantai.web.correction;

import java.util.Map;
import java.util.UUID;
import lantai.account.SignedIn;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.ingest.correction.CorrectionDesk;
import lantai.ingest.correction.Shown;
import lantai.ingest.propose.Field;
import lantai.ingest.review.Documents;
import lantai.search.PersonalNumbers;
import lantai.web.item.ExportReasons;
import lantai.web.item.Shelf;
import org.jdbi.v3.core.Jdbi;

/** The doors that the correction desk's resources go through. */
public record CorrectionDoors(
        Jdbi jdbi, CorrectionDesk desk, Documents documents, Shelf shelf, ExportReasons reasons, AuditTrail audit) {

    /**
     * What a page belongs to.
     *
     * @param title personal numbers masked
     * @param pages how many there are
     * @param picture the address of the page's picture
     * @param back the address that one comes from
     */
    public record Place(Shown shown, String title, int number, int pages, String picture, String back) {}

    /**
     * A page of a filed record. Its numbers are not masked here, so a personal one is shown as it is taken away: with a reason.
     *
     * @throws lantai.problem.NotFound when there is none that this person may see
     * @throws lantai.problem.Refused when the reason is missing
     */
    Place filed(SignedIn who, UUID item, int page) {
        var opened = shelf.open(who, item);
        reasons.require(who, opened);
        return new Place(
                new Shown.Filed(item, page),
                opened.item().referenceCode().text() + " "
                        + PersonalNumbers.masked(opened.item().title()),
                page,
                opened.pages().size(),
                "/iiif/" + item + '/' + page + "/full/max/0/default.jpg",
                "/items/" + item + "?page=" + page);
    }

    /** {@return whether the person has to give a reason before correcting a record} */
    boolean asksReason(SignedIn who, UUID item) {
        return reasons.isMissing(who, shelf.open(who, item));
    }

    /** Writes down why a record is corrected. */
    void give(SignedIn who, UUID item, String reason) {
        reasons.give(who, shelf.open(who, item), reason);
    }

    /** A page of a document under review. */
    Place underReview(UUID id, int ordinal) {
        var document = jdbi.withHandle(handle -> documents.get(handle, id));
        return new Place(
                new Shown.UnderReview(id, ordinal),
                PersonalNumbers.masked(document.value(Field.TITLE)),
                ordinal,
                document.pages().size(),
                "/review/pages/" + id + '/' + ordinal + "/page.jpg?v=" + document.version(),
                "/review?batch=" + document.batchId());
    }

    /** Looking at the words of a page is a read of personal data. */
    void read(SignedIn who, Place place) {
        var subject = switch (place.shown()) {
            case Shown.Filed filed -> Subject.of("item", filed.item());
            case Shown.UnderReview review -> Subject.of("document", review.document());
        };
        jdbi.useTransaction(transaction -> audit.record(
                transaction,
                who.actor(),
                AuditAction.PAGE_READ,
                subject,
                Map.of("page", Integer.toString(place.number()), "part", "text")));
    }
}
