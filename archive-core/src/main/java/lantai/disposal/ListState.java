package lantai.disposal;

/** How far a destruction list (销毁清册) has come. Each state is reached by exactly one deed of {@link ListDeed}. */
public enum ListState {
    /** 拟稿: records can still be struck from it. */
    DRAFT,
    /** 已提交: fixed by its digest; nothing of it changes any more. */
    SUBMITTED,
    /** 已备案: the authority has been told. */
    FILED,
    /** 已批准: by somebody other than the submitter. */
    APPROVED,
    /** 两方已签: both witnesses have signed. */
    SIGNED,
    /** 销毁中. */
    EXECUTING,
    /** 已执行: everything is removed, the proof is still to come. */
    EXECUTED,
    /** 已证明: looked for everywhere and not found. */
    CERTIFIED,
    /** 已退回: not approved; its records are due again. */
    REFUSED;

    /** {@return whether records may vanish in this state or have vanished} */
    public boolean destroys() {
        return switch (this) {
            case EXECUTING, EXECUTED, CERTIFIED -> true;
            case DRAFT, SUBMITTED, FILED, APPROVED, SIGNED, REFUSED -> false;
        };
    }
}
