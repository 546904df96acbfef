package lantai.transfer;

import java.util.UUID;

/** What can be done to a transfer list. Who does it is proven elsewhere; here it is only an account. */
public sealed interface TransferDeed {
    /**
     * Fixes the list and has it checked.
     *
     * @param digest of its content
     * @param undecided how many records have no opinion on opening
     * @param free whether nothing stands in the way of any of its records
     */
    record Submit(UUID by, String digest, int undecided, boolean free) implements TransferDeed {}

    /**
     * Ends the check; done by the archive itself.
     *
     * @param passed whether nothing failed that stops a transfer
     */
    record Check(boolean passed) implements TransferDeed {}

    /**
     * Approves it.
     *
     * @param digest of the content as it is now
     */
    record Approve(UUID by, String digest) implements TransferDeed {}

    /** Sends it back to be mended, or takes it back oneself. */
    record Return() implements TransferDeed {}

    /**
     * Orders the packages.
     *
     * @param digest of the content as it is now
     * @param free whether nothing stands in the way of any of its records
     */
    record Pack(String digest, boolean free) implements TransferDeed {}

    /**
     * Ends the packing; done by the archive itself.
     *
     * @param whole whether everything is there and was read back
     * @param digest of the content as it is now
     */
    record FinishPacking(boolean whole, String digest) implements TransferDeed {}

    /**
     * Hands the medium over.
     *
     * @param free whether nothing stands in the way of any of its records
     */
    record HandOver(boolean free) implements TransferDeed {}

    /** Takes over what the archives answered for each record. */
    record Receipt() implements TransferDeed {}

    /** Gives it up before anything was handed over. */
    record Cancel() implements TransferDeed {}
}
