package lantai.person;

/** The sex that an identity number tells. */
public enum Sex {
    /** 男. */
    MALE,
    /** 女. */
    FEMALE
}
