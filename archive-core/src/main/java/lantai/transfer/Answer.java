package lantai.transfer;

/** What the archives answered for one record. */
public enum Answer {
    /** Nothing yet. */
    PENDING,
    /** 接收: they keep it from now on. */
    ACCEPTED,
    /** 退回: they do not take it. */
    REFUSED
}
