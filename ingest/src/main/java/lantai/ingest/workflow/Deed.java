package lantai.ingest.workflow;

/** What somebody does with a batch at its stage. */
public sealed interface Deed {
    /** The stage is done; the batch goes on to the next one in force. */
    record Pass() implements Deed {}

    /**
     * Something is not right; the batch goes back.
     *
     * @param to an earlier stage in force
     * @param reason what has to be done there
     */
    record GiveBack(Stage to, String reason) implements Deed {}
}
