package lantai.transfer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import lantai.storage.Fixity;

/**
 * One record of a transfer list.
 *
 * @param ordinal from 1
 * @param period code of its term
 * @param bytes of its files together
 * @param personal whether persons are told of in it; a hint for the opinion on opening, nothing more
 * @param secrecy what its package says of secrecy, empty until it is packed
 * @param opinion on opening, once there is one
 * @param packed where its package lies and what its bytes are, once it is packed
 * @param remark why the archives did not take it
 */
public record TransferEntry(
        int ordinal,
        UUID item,
        String referenceCode,
        String title,
        String responsible,
        Optional<LocalDate> dated,
        int year,
        String period,
        int pages,
        int files,
        long bytes,
        boolean personal,
        String objectId,
        String secrecy,
        Optional<Opened> opinion,
        Optional<Packed> packed,
        Answer answer,
        String remark) {
    /**
     * An opinion on opening.
     *
     * @param by sign-in name
     */
    public record Opened(OpenOpinion opinion, String reason, String by, Instant at) {}

    /**
     * A package.
     *
     * @param path below the root of the medium
     */
    public record Packed(String path, Fixity fixity) {}
}
