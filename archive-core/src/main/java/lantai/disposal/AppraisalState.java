package lantai.disposal;

/** How far an appraisal has come. */
public enum AppraisalState {
    /** 鉴定中: opinions are being given. */
    OPEN,
    /** 已办结: the opinions hold. */
    CONCLUDED,
    /** 已撤销: nothing came of it. */
    CANCELLED
}
