package lantai.transfer;

import java.util.Map;
import lantai.description.Mapped;

/**
 * Which elements of a description (DA/T 18-2022) have a place of their own in a package (DA/T 48-2009). What has none goes into a note
 * (附注), so that nothing is lost between two archives that know this form.
 */
final class EepElements {
    /** The code of the element for a place, the place being written as parent and name. */
    static final Map<String, String> BY_PLACE = Map.ofEntries(
            Map.entry("内容描述/题名", "title"),
            Map.entry("内容描述/并列题名", "parallel-title"),
            Map.entry("内容描述/副题名", "subtitle"),
            Map.entry("内容描述/说明题名文字", "title-note"),
            Map.entry("内容描述/关键词", "keywords"),
            Map.entry("内容描述/人名", "persons"),
            Map.entry("内容描述/摘要", "scope"),
            Map.entry("内容描述/分类号", "classification"),
            Map.entry("内容描述/文件编号", "document-number"),
            Map.entry("内容描述/责任者", "responsible"),
            Map.entry("内容描述/日期", "date"),
            Map.entry("内容描述/紧急程度", "urgency"),
            Map.entry("内容描述/主送", "main-recipients"),
            Map.entry("内容描述/抄送", "copy-recipients"),
            Map.entry("内容描述/密级", "security"),
            Map.entry("形式特征/语种", "language"),
            Map.entry("形式特征/稿本", "draft"),
            Map.entry("存储位置/当前位置", "location"),
            Map.entry("权限管理/知识产权说明", "rights"),
            Map.entry("电子属性/文档创建程序", "creating-program"),
            Map.entry("数字化属性/数字化对象形态", "scan-form"),
            Map.entry("数字化属性/扫描分辨率", "scan-resolution"),
            Map.entry("数字化属性/扫描色彩模式", "scan-colour"),
            Map.entry("数字化属性/图像压缩方案", "compression"));

    /** It is what the elements without a place are gathered in. */
    private static final String NOTE = "note";

    private EepElements() {}

    /** {@return whether an element goes into a note of its own} */
    static boolean isBeyond(String code) {
        return !BY_PLACE.containsValue(code) && !Mapped.isFixed(code) && !code.equals(NOTE);
    }
}
