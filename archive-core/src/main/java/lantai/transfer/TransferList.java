package lantai.transfer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import lantai.storage.Fixity;

/**
 * A transfer list (移交清册) without its records.
 *
 * @param number for example {@code YJ-2026-001}
 * @param archive who takes the records over
 * @param process who has done what so far
 * @param check the check at the receipt stage
 * @param remark why it was sent back or could not be packed; empty when it was not
 * @param packed how many of its records are packed
 * @param bundle what the whole package is, once it is packed
 * @param handedOver when and between whom it changed hands
 * @param accepted how many of its records the archives have taken over
 */
public record TransferList(
        UUID id,
        String number,
        String title,
        Archive archive,
        TransferProcess process,
        String sm3,
        Instant drawnUpAt,
        String drawnUpBy,
        Optional<Instant> submittedAt,
        Check check,
        Optional<Instant> approvedAt,
        String remark,
        Carrier carrier,
        int packed,
        Optional<Bundle> bundle,
        Optional<HandOver> handedOver,
        String receiptNumber,
        Optional<Instant> receiptedAt,
        int records,
        int decided,
        long pages,
        long bytes,
        int accepted,
        int refused) {
    /** {@return how far it has come} */
    public TransferState state() {
        return process.state();
    }

    /** {@return the OCFL object that keeps the list for ever} */
    public String objectId() {
        return "urn:lantai:transfer-list:" + id;
    }

    /**
     * Archives (国家档案馆).
     *
     * @param code six digits, empty when nobody has written it down
     */
    public record Archive(String name, String code) {}

    /** The check at the receipt stage: the run and, once it is done, its report. */
    public record Check(Optional<UUID> run, Optional<UUID> report) {}

    /**
     * What the package lies on.
     *
     * @param number its number, empty when it goes online
     * @param kind for example a disc; 在线 when it goes online
     */
    public record Carrier(String number, String kind) {}

    /**
     * The whole package.
     *
     * @param fixity of its list of digests, which stands for everything in it; the size is that of all its files
     */
    public record Bundle(Instant at, int files, Fixity fixity) {}

    /** Hands that gave and took. */
    public record HandOver(LocalDate on, String by, String to) {}
}
