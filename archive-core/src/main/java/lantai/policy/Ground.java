package lantai.policy;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a value that people hand in is held to: a rule of the house, which has versions, or what holds everywhere. The one place that
 * knows what it is called: the policy's name, or {@code problem.ground.NAME} in the message bundles. The constant's name is stored.
 */
public enum Ground {
    /** How the house builds its reference codes (档号编制规则). */
    REFERENCE_CODES("reference-codes"),
    /** Which categories and classes there are (分类方案). */
    CLASSIFICATION("classification"),
    /** Which terms there are (保管期限表). */
    RETENTION("retention-schedule"),
    /** Which kinds of documents there are (文种与识别规则). */
    KINDS("document-kinds"),
    /** What a catalogue from outside must have and may not bear (目录导入规则). */
    CATALOGUE_IMPORT("catalogue-import"),
    /** What a description must have (著录项目). */
    DESCRIPTION("description-elements"),
    /** Which fonds there are, and until when they are open (全宗名册). */
    FONDS_REGISTER(""),
    /** The two ways of writing a reference code (DA/T 13-2022, DA/T 22-2015). */
    CODE_FORM(""),
    /** A reference code names one record and is never used again (DA/T 13-2022, 4). */
    UNIQUE_CODE(""),
    /** The days that there are. */
    CALENDAR(""),
    /** Form, birth date and check digit of an identity number (GB 11643; its text was not seen). */
    IDENTITY_NUMBER(""),
    /** What this product asks of entries: lengths, numbers that are numbers, years that have been (agency policy). */
    ENTRY("");

    private final String policy;

    Ground(String policy) {
        this.policy = policy;
    }

    /** {@return the name of the rule of the house, when it is one} */
    public Optional<String> policy() {
        return Optional.of(policy).filter(name -> !name.isEmpty());
    }

    /** {@return the ground with this name; {@link #ENTRY} when there is none} */
    public static Ground of(String name) {
        return Stream.of(values())
                .filter(ground -> ground.name().equals(name))
                .findFirst()
                .orElse(ENTRY);
    }
}
