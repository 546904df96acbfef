package lantai.disposal;

/** What the appraisal group thinks should become of a record (Order 3 of 2009; 档案法实施条例 art. 24). */
public enum Opinion {
    /** 留存: keep it some years more. */
    KEEP,
    /** 延长: its term was too short; give it a longer one. */
    LENGTHEN,
    /** 销毁. */
    DESTROY,
    /** 移交: to the comprehensive archives. */
    TRANSFER
}
