package lantai.ingest.review;

/** How far a document under review has come. */
public enum DocumentState {
    /** 待复核: proposals wait for a person. */
    PROPOSED,
    /** 已确认: a person has accepted or corrected them. */
    ACCEPTED,
    /** 归档中: numbered, being written into the archive. */
    FILING,
    /** 已归档: it is an item now. */
    FILED,
    /** 退回: a person has put it aside; its files are in quarantine. */
    REJECTED,
    /** 取消: its batch was cancelled. */
    CANCELLED
}
