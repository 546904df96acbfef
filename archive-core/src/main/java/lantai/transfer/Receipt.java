package lantai.transfer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lantai.storage.Fixity;

/**
 * What the archives answered: a file that is kept as it came, whether it could be taken or not.
 *
 * @param name of the file
 * @param number of the receipt, may be empty
 * @param accepted how many records it takes over
 * @param refused how many it does not
 * @param applied whether it was taken; one with a finding changes nothing
 */
public record Receipt(
        UUID id,
        UUID list,
        String name,
        String number,
        Fixity fixity,
        int accepted,
        int refused,
        boolean applied,
        List<Finding> findings,
        Instant at,
        String by) {
    public Receipt {
        findings = List.copyOf(findings);
    }

    /** {@return the OCFL object that keeps the file} */
    public String objectId() {
        return "urn:lantai:transfer-receipt:" + id;
    }
}
