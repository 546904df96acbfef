package lantai.web.description;

import java.util.Map;
import java.util.UUID;
import lantai.access.Viewer;
import lantai.account.SignedIn;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.description.DescriptionDesk;
import lantai.ingest.filing.FactProposals;
import lantai.problem.Malformed;
import lantai.problem.NotFound;
import lantai.record.Item;
import lantai.record.ItemCatalogue;
import lantai.record.ItemRegister;
import lantai.record.ReferenceCode;
import lantai.web.item.Opened;
import lantai.web.item.Shelf;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What describing goes through. */
public record DescriptionDoors(
        Jdbi jdbi,
        Shelf shelf,
        ItemRegister items,
        ItemCatalogue catalogue,
        DescriptionDesk desk,
        FactProposals proposals,
        AuditTrail audit) {
    /** {@return an item that this person may see; that he reads its description is recorded} */
    Opened opened(SignedIn who, UUID id) {
        var opened = shelf.open(who, id);
        jdbi.useTransaction(transaction -> audit.record(
                transaction,
                who.actor(),
                AuditAction.ITEM_READ,
                Subject.of("item", id),
                Map.of("part", "description")));
        return opened;
    }

    /**
     * The record with a typed code.
     *
     * @throws Malformed when it is not a code
     * @throws NotFound when there is none that this person may see
     */
    Item byCode(Handle handle, SignedIn who, String typed) {
        var code = ReferenceCode.parse(typed)
                .orElseThrow(() -> new Malformed(DescriptionWebProblem.NOT_A_CODE, typed.strip()));
        return items.find(handle, code)
                .filter(item -> Viewer.sees(Viewer.visibility(who), item))
                .orElseThrow(() -> new NotFound(DescriptionWebProblem.NO_SUCH_CODE, typed.strip()));
    }
}
