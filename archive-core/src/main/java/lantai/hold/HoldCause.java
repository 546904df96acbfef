package lantai.hold;

/** Why records are held (agency policy, after the practice of 会计档案管理办法 for what is not settled). */
public enum HoldCause {
    /** 未结清的债权债务. */
    DEBT,
    /** 投诉、复议、诉讼. */
    DISPUTE,
    /** 审计. */
    AUDIT,
    /** 审计整改. */
    RECTIFICATION,
    /** 待遇未付清. */
    BENEFIT,
    /** 当事人的申请在办. */
    REQUEST,
    /** 认定仍在有效期. */
    APPROVAL,
    /** 其他. */
    OTHER
}
