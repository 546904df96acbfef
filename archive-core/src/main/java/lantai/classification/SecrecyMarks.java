package lantai.classification;

import java.util.List;
import java.util.Optional;

/**
 * Words that mark a state secret (保守国家秘密法 art. 14) where they stand in a description. No archive of this system may hold one.
 *
 * @param marks the levels
 * @param harmless words in which a level stands without marking anything, such as 商业秘密
 */
public record SecrecyMarks(List<String> marks, List<String> harmless) {
    /** The three levels of the law, and words of the trade that hold one. */
    public static final SecrecyMarks USUAL = new SecrecyMarks(
            List.of("绝密", "机密", "秘密"),
            List.of(
                    "国家秘密", "商业秘密", "商业机密", "工作秘密", "个人秘密", "技术秘密", "通信秘密", "通讯秘密", "保守秘密", "泄露秘密", "秘密载体", "秘密投票",
                    "机密性"));

    public SecrecyMarks {
        marks = List.copyOf(marks);
        harmless = List.copyOf(harmless);
    }

    /** {@return the mark that a text bears, if it bears one; the highest that stands first in the list} */
    public Optional<String> in(String text) {
        var rest = text.replaceAll("\\s+", "");
        for (var word : harmless) {
            rest = rest.replace(word, "");
        }
        return marks.stream().filter(rest::contains).findFirst();
    }
}
