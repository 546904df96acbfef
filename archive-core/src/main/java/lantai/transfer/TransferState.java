package lantai.transfer;

/** How far a transfer list (移交清册) has come. Each state is reached by a deed of {@link TransferDeed}. */
public enum TransferState {
    /** 拟稿: records can be struck, opinions on opening are given. */
    DRAFT,
    /** 检测中: its content is fixed by its digest; the four-property check at the receipt stage is on its way. */
    SUBMITTED,
    /** 检测合格: nothing failed that stops a transfer. */
    CHECKED,
    /** 已批准: by somebody other than the submitter. */
    APPROVED,
    /** 打包中. */
    PACKING,
    /** 已打包: packages and lists lie in their folder and were read back. */
    PACKED,
    /** 已交出: the archives have the medium, their receipt is still to come. */
    HANDED_OVER,
    /** 已接收: the archives have answered for each record. */
    RECEIPTED,
    /** 已取消: nothing was handed over; its records are free. */
    CANCELLED;

    /** {@return whether the records of a list in this state wait for an answer of the archives or for the way there} */
    public boolean isOpen() {
        return switch (this) {
            case DRAFT, SUBMITTED, CHECKED, APPROVED, PACKING, PACKED, HANDED_OVER -> true;
            case RECEIPTED, CANCELLED -> false;
        };
    }
}
