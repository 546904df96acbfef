package lantai.disposal;

/** How a member of an appraisal group stands to what is proposed for its records. */
public enum Stance {
    /** 同意: with all of it. */
    AGREES,
    /** 另有意见: not on some records. */
    DIFFERS,
    /** 缺席: took no part, which a head noted with the reason. */
    ABSENT
}
