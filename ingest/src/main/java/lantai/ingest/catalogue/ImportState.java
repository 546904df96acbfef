package lantai.ingest.catalogue;

/** How far an import has come. The constant's name is what is stored. */
public enum ImportState {
    /** It lies there and is being opened. */
    RECEIVED,
    /** It could not be opened; the reason is told. */
    REFUSED,
    /** Its rows are known; an archivist says what the columns mean. */
    READ,
    /** Row by row is looked at and put aside. */
    CHECKING,
    /** All rows were looked at; nothing is visible yet. */
    CHECKED,
    /** It is being made visible. */
    APPLYING,
    /** Its entries are in the register. */
    APPLIED,
    /** Its entries are taken out again. */
    UNDOING,
    /** Its entries were taken out again. */
    UNDONE,
    /** It was given up before anything became visible. */
    CANCELLED;

    /** {@return whether the archive works on it by itself} */
    public boolean isWorking() {
        return this == RECEIVED || this == CHECKING || this == APPLYING || this == UNDOING;
    }

    /** {@return whether it may be given up without a trace} */
    public boolean isCancellable() {
        return this == RECEIVED || this == READ || this == CHECKING || this == CHECKED || this == REFUSED;
    }
}
