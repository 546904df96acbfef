package lantai.ingest.propose;

/** What a printed label announces. */
public enum LabelRole {
    /** The person the document is about (姓名). */
    PERSON,
    /** Somebody else: clerks, agents, heads (经办人). */
    STAFF,
    /** An identity number (公民身份号码). */
    ID_NUMBER,
    /** A date that may be the date of formation (填表日期). */
    DATE,
    /** A date that is not (出生日期). */
    OTHER_DATE,
    /** The leading sum (合计). */
    AMOUNT,
    /** A part of it (统筹支付). */
    OTHER_AMOUNT,
    /** The body that answers for the document (单位名称). */
    ORGANISATION,
    /** A number given by the issuer (文号, 票据号码). */
    DOCUMENT_NUMBER,
    /** 档号. */
    REFERENCE_CODE,
    /** 题名. */
    TITLE,
    /** Any other label: it ends the value before it. */
    OTHER
}
