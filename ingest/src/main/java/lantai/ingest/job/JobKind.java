package lantai.ingest.job;

/** The kinds of jobs. */
public enum JobKind {
    /** Check, read and propose for one received file; the subject is the file. */
    READ_FILE("read-file"),
    /** Read the pages of one document again; the subject is the document. */
    READ_DOCUMENT("read-document"),
    /** Propose anew for one document whose pages have changed; the subject is the document. */
    PROPOSE_DOCUMENT("propose-document"),
    /** Write one document into the archive; the subject is the document. */
    FILE_DOCUMENT("file-document"),
    /** Carry out one destruction list; the subject is the list. */
    DESTROY_LIST("destroy-list"),
    /** Carry out one check; the subject is the run. */
    CHECK_RUN("check-run"),
    /** Write the changed description of one item into its object; the subject is the item. */
    DESCRIBE_ITEM("describe-item"),
    /** Change one element of many descriptions; the subject is the edit. */
    BULK_EDIT("bulk-edit"),
    /** Do what is to be done with one catalogue from outside; the subject is the import. */
    IMPORT_CATALOGUE("import-catalogue"),
    /** Join the pages of one batch to the entries they belong to; the subject is the batch. */
    HOOK_BATCH("hook-batch"),
    /** Pack one transfer list, or clear its package away; the subject is the list. */
    PACK_TRANSFER("pack-transfer"),
    /** Remove what may go of a sealed paper; the subject is the paper. */
    CLEAR_SEALED("clear-sealed");

    private final String taskName;

    JobKind(String taskName) {
        this.taskName = taskName;
    }

    /** {@return the name under which its jobs are kept} */
    public String taskName() {
        return taskName;
    }
}
