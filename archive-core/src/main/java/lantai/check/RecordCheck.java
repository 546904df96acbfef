package lantai.check;

/** Carries out one item of the check on one record. */
interface RecordCheck {
    /** {@return what it says} */
    Judgement look(ItemFacts facts, CheckPolicy policy);
}
