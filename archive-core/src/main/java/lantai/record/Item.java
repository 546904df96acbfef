package lantai.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import lantai.classification.Category;
import lantai.retention.RetentionPeriod;

/**
 * One filed record (件) with its description (DA/T 18-2022).
 *
 * @param kind code of the document kind, empty when unknown
 * @param year the year it was formed in and is filed under
 * @param documentNumber 文号, empty when it has none
 * @param responsible who made it (责任者), empty when unknown
 * @param insuredPersonId whom it is about
 * @param privacy whether persons are told of in it, also persons it is not tied to
 * @param origin whether it was born digital, digitised, or is here by its catalogue entry alone
 * @param objectId the OCFL object that holds it
 * @param objectVersion its newest version; 0 while the object of an entry of a catalogue is still to be written
 * @param version grows with each change of the description
 */
public record Item(
        UUID id,
        ReferenceCode referenceCode,
        String fonds,
        Category category,
        String kind,
        String kindName,
        int year,
        RetentionPeriod retention,
        String title,
        String documentNumber,
        String responsible,
        Optional<LocalDate> dated,
        Optional<UUID> departmentId,
        Optional<UUID> insuredPersonId,
        Privacy privacy,
        Origin origin,
        int pageCount,
        String objectId,
        int objectVersion,
        Instant filedAt,
        String filedBy,
        long version) {
    /** {@return whether it is tied to a person or tells of persons} */
    public boolean isPersonal() {
        return insuredPersonId.isPresent() || privacy.personal();
    }

    /** {@return the same item, judged} */
    public Item judged(Privacy judgement) {
        return new Item(
                id,
                referenceCode,
                fonds,
                category,
                kind,
                kindName,
                year,
                retention,
                title,
                documentNumber,
                responsible,
                dated,
                departmentId,
                insuredPersonId,
                judgement,
                origin,
                pageCount,
                objectId,
                objectVersion,
                filedAt,
                filedBy,
                version);
    }

    /** {@return the same item with so many pages} */
    public Item withPages(int pages) {
        return changed(origin, pages, objectVersion);
    }

    /** {@return the same item, kept in this version of its object} */
    public Item storedAs(int version) {
        return changed(origin, pageCount, version);
    }

    /** {@return the same item, made in this way} */
    public Item made(Origin how) {
        return changed(how, pageCount, objectVersion);
    }

    private Item changed(Origin originNow, int pages, int objectVersionNow) {
        return new Item(
                id,
                referenceCode,
                fonds,
                category,
                kind,
                kindName,
                year,
                retention,
                title,
                documentNumber,
                responsible,
                dated,
                departmentId,
                insuredPersonId,
                privacy,
                originNow,
                pages,
                objectId,
                objectVersionNow,
                filedAt,
                filedBy,
                version);
    }

    /** {@return the id of the OCFL object of an item} */
    public static String objectIdOf(UUID id) {
        return "urn:uuid:" + id;
    }
}
