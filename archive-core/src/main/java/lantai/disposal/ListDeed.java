package lantai.disposal;

import java.util.UUID;

/** What can be done to a destruction list. Who does it is proven elsewhere; here it is only an account. */
public sealed interface ListDeed {
    /**
     * Fixes the list.
     *
     * @param digest of its content
     */
    record Submit(UUID by, String digest) implements ListDeed {}

    /** Notes that the authority has been told. */
    record NoteFiling(UUID by) implements ListDeed {}

    /**
     * Approves it.
     *
     * @param digest of the content as it is now
     */
    record Approve(UUID by, String digest) implements ListDeed {}

    /** Sends it back, after it was submitted and before it is carried out. */
    record Refuse(UUID by) implements ListDeed {}

    /**
     * Signs as a witness.
     *
     * @param digest of the content as it is now
     */
    record Sign(UUID by, Side side, String digest) implements ListDeed {}

    /**
     * Begins to destroy.
     *
     * @param digest of the content as it is now
     * @param free whether nothing stands in the way of any of its records
     */
    record Begin(UUID by, String digest, boolean free) implements ListDeed {}

    /** Ends the removing; done by the archive itself. */
    record Finish() implements ListDeed {}

    /**
     * Ends the whole; done by the archive itself.
     *
     * @param clean whether nothing was found any more
     */
    record Certify(boolean clean) implements ListDeed {}
}
