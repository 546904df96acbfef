package lantai.disposal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A destruction list (销毁清册) without its records.
 *
 * @param number for example {@code XH-2026-001}
 * @param process who has done what so far
 * @param sm3 of the content, beside the SHA-256 that the process knows; empty while it is a draft
 * @param filing how the authority was told
 * @param refusal why it was sent back, empty when it was not
 * @param spared how many of its records were spared
 */
public record DestructionList(
        UUID id,
        String number,
        UUID appraisal,
        DestructionProcess process,
        String sm3,
        Instant drawnUpAt,
        String drawnUpBy,
        Optional<Instant> submittedAt,
        Optional<Filing> filing,
        Optional<Instant> approvedAt,
        String refusal,
        Optional<Instant> begunAt,
        Optional<Instant> certifiedAt,
        List<Signature> signatures,
        int records,
        int removed,
        int spared) {
    public DestructionList {
        signatures = List.copyOf(signatures);
    }

    /** {@return how far it has come} */
    public ListState state() {
        return process.state();
    }

    /** {@return the OCFL object that holds the list for ever} */
    public String objectId() {
        return "urn:lantai:destruction-list:" + id;
    }

    /** {@return the OCFL object that holds its certificate for ever} */
    public String certificateObjectId() {
        return "urn:lantai:destruction-certificate:" + id;
    }

    /**
     * How the authority was told (备案).
     *
     * @param authority whom
     * @param number its number there
     */
    public record Filing(String authority, String number, LocalDate on) {}

    /**
     * A witness's signature.
     *
     * @param manner how the destruction was watched
     * @param digest SHA-256 of the content that was signed
     */
    public record Signature(Side side, UUID by, String manner, String digest, Instant at) {}
}
