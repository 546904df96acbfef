package lantai.inspection;

/** What was found at a point. */
public enum Verdict {
    /** Not looked at yet. */
    OPEN,
    /** All is well. */
    SOUND,
    /** Something must be mended: a finding, with an owner and a day. */
    FINDING,
    /** Does not apply here; the note says why. */
    NOT_APPLICABLE
}
