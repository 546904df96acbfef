package lantai.ocr;

import java.time.Instant;

/** Why a line says what it says, where that is not simply what was read first. */
public sealed interface Decision {

    /** {@return what the line said before; the same text where it was found right} */
    String before();

    /** What a machine goes by when it decides on a doubtful line. */
    enum Reason {
        /** Read once more at another scale, it was surer or both agreed. */
        READ_AGAIN,
        /** A word of the dictionary comes out. */
        WORD,
        /** The check digit of an identity number comes out (GB 11643). */
        CHECK_DIGIT,
        /** A letter among digits is a digit. */
        NUMBER
    }

    /** The reader decided. */
    record ByRule(Reason reason, String before) implements Decision {}

    /**
     * A person looked at the line and wrote it, or found it right.
     *
     * @param by his name
     */
    record ByPerson(String by, Instant at, String before) implements Decision {}
}
