package lantai.ingest.scan;

/** What can be wrong with a scanned page, by itself or among the pages of its batch; and the two shares of the acceptance. */
public enum ScanCheck {
    /** 无法识读: the page could not be drawn or read. */
    UNREAD("页面无法识读"),
    /** 分辨率过低: fewer dots per inch than the limit. */
    LOW_DPI("分辨率过低（dpi，低于此数）"),
    /** 分辨率缺失: the file does not say its dots per inch. */
    NO_DPI("未记录分辨率"),
    /** 偏斜: its lines lean by more degrees than the limit. */
    SKEW("偏斜（度，超过此数）"),
    /** 模糊: the edges of its strokes are wider than the limit, in pixels at 300 dpi. */
    BLUR("模糊（笔画边缘宽度，300 dpi 下的像素，超过此数）"),
    /** 空白: less of it is inked than the limit, in percent. */
    BLANK("空白页（着墨面积百分比，低于此数）"),
    /** 过暗: its mean gray is below the limit, 0 to 255. */
    DARK("过暗（平均灰度 0–255，低于此数）"),
    /** 黑边: a black border wider than the limit, in millimetres. */
    BORDER("黑边（毫米，超过此数）"),
    /** 裁切: more strokes than the limit run into one side. */
    CUT("内容被裁切（碰到一边的笔画数，超过此数）"),
    /** 混用: captured in another mode or resolution than most pages of the batch. */
    MIXED("与本批多数页的颜色或分辨率不同"),
    /** 重扫: looks and reads like an earlier page; the limit is how many of 256 signs may differ. */
    DUPLICATE("疑似重复扫描（256 个特征中相差不超过此数）"),
    /** 缺页: a printed page number is missing before it. */
    GAP("页码缺号"),
    /** 页码重复: bears the number of the page before. */
    TWICE("页码重复"),
    /** 顺序颠倒: bears a smaller number than the page before. */
    ORDER("页码顺序颠倒"),
    /** 文件缺号: the number in its file name does not follow the one before. */
    FILE_GAP("文件名缺号"),
    /** 抽检比例: share of the pages that is drawn for acceptance, in percent. */
    SAMPLE("验收抽检比例（百分比）"),
    /** 合格比例: share of the drawn pages that must be faultless, in percent. */
    PASS("抽检合格率（百分比，不低于此数）");

    private final String label;

    ScanCheck(String label) {
        this.label = label;
    }

    /** {@return what it is called in the rule, in Chinese as on paper} */
    String label() {
        return label;
    }
}
