package lantai.ingest.seal;

/** How far a sealed paper has come. */
public enum SealState {
    /** 已密封: closed to everybody; its bytes still lie here. */
    SEALED,
    /** 已登记去向: one person has said where the paper and its carriers went. */
    DECLARED,
    /** 正在清除: a second person has confirmed that; everything is being removed. */
    HANDED_OVER,
    /** 已清除: a search found nothing of it any more. */
    CLEARED
}
