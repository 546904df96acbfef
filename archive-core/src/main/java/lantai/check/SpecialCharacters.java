package lantai.check;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;

/** 1-6: characters that do not belong into a description, or that GB 18030 cannot write. */
final class SpecialCharacters {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int REPLACEMENT = 0xFFFD;

    private SpecialCharacters() {}

    static Judgement look(ItemFacts facts, CheckPolicy policy) {
        var faults = new ArrayList<Said>();
        ElementChecks.copies(facts)
                .forEach((place, values) -> policy.elements()
                        .forEach(element -> first(Optional.ofNullable(values.get(element.name()))
                                        .orElse(""))
                                .ifPresent(mark ->
                                        faults.add(Said.of("special-character", place, element.label(), mark)))));
        return Judgement.of(faults);
    }

    /** {@return the first such character as {@code U+0007}, if there is one} */
    static Optional<String> first(String text) {
        var encoder = GB18030.newEncoder();
        return text.codePoints()
                .filter(mark -> isSpecial(mark) || !encoder.canEncode(Character.toString(mark)))
                .mapToObj(mark -> String.format(Locale.ROOT, "U+%04X", mark))
                .findFirst();
    }

    private static boolean isSpecial(int mark) {
        if (mark == REPLACEMENT || (mark & 0xFFFE) == 0xFFFE) {
            return true;
        }
        return switch (Character.getType(mark)) {
            case Character.CONTROL, Character.PRIVATE_USE, Character.SURROGATE, Character.UNASSIGNED -> true;
            // marks that turn the order of what is read, and others that nobody sees
            case Character.FORMAT -> true;
            default -> false;
        };
    }
}
