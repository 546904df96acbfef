package lantai.ingest.propose;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The vocabulary of labels, made quick to look up. */
final class Labels {
    private static final Pattern NOTE =
            Pattern.compile("\\([^()]{0,12}\\)?|:$|^(?:\\d{1,2}|[一二三四五六七八九十]{1,2})[、.)]|^[*#※]");
    private static final int LONGEST_WHOLE = 10;

    private final Map<String, Label> byText = new HashMap<>();
    private final Map<Character, Integer> longestFrom = new HashMap<>();

    Labels(List<Label> labels) {
        for (Label label : labels) {
            byText.putIfAbsent(label.text(), label);
            longestFrom.merge(label.text().charAt(0), label.text().length(), Math::max);
        }
    }

    /** {@return the longest label that begins at a place of a folded text} */
    Optional<Label> at(String text, int from) {
        int longest = Math.min(longestFrom.getOrDefault(text.charAt(from), 0), text.length() - from);
        for (int length = longest; length > 0; length--) {
            Label label = byText.get(text.substring(from, from + length));
            if (label != null) {
                return Optional.of(label);
            }
        }
        return Optional.empty();
    }

    /**
     * The label that a strip is, if it is nothing else: notes in brackets, numbering and colon apart, longer labels by
     * their ending, one misread character forgiven.
     */
    Optional<Label> whole(String text) {
        String bare = NOTE.matcher(text).replaceAll("");
        if (bare.isEmpty() || bare.length() > LONGEST_WHOLE) {
            return Optional.empty();
        }
        Label exact = byText.get(bare);
        if (exact != null) {
            return Optional.of(exact);
        }
        Optional<Label> similar = bare.length() < 5 ? Optional.empty() : similar(bare);
        return similar.or(() -> byEnding(bare));
    }

    /** {@return whether a text is a label of the vocabulary, letter by letter} */
    boolean holds(String text) {
        return byText.containsKey(text);
    }

    private Optional<Label> byEnding(String bare) {
        if (!bare.codePoints().allMatch(Character::isIdeographic)) {
            return Optional.empty();
        }
        for (int from = 1; from <= bare.length() - 2; from++) {
            Label label = byText.get(bare.substring(from));
            if (label != null && mayEnd(label)) {
                boolean ofStaff = at(bare, 0)
                        .filter(first -> first.role() == LabelRole.STAFF)
                        .isPresent();
                LabelRole role = ofStaff && label.role() != LabelRole.OTHER ? LabelRole.OTHER : label.role();
                return Optional.of(new Label(bare, role, label.weight() * 0.85));
            }
        }
        return Optional.empty();
    }

    /** A longer word that ends in 医院 or 记账 is a name or a title, not a label; one that ends in 姓名 or 日期 is. */
    private static boolean mayEnd(Label label) {
        return switch (label.role()) {
            case PERSON, ID_NUMBER, DATE, OTHER_DATE, AMOUNT, OTHER_AMOUNT, DOCUMENT_NUMBER, REFERENCE_CODE -> true;
            case STAFF -> label.text().endsWith("人") || label.text().endsWith("员");
            case ORGANISATION -> label.text().endsWith("名称");
            case TITLE, OTHER -> false;
        };
    }

    private Optional<Label> similar(String bare) {
        for (Label label : byText.values()) {
            if (label.text().length() == bare.length() && differences(label.text(), bare) == 1) {
                return Optional.of(new Label(label.text(), label.role(), label.weight() * 0.9));
            }
        }
        return Optional.empty();
    }

    private static int differences(String one, String other) {
        int differences = 0;
        for (int i = 0; i < one.length(); i++) {
            if (one.charAt(i) != other.charAt(i)) {
                differences++;
            }
        }
        return differences;
    }
}
