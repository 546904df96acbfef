package lantai.ingest.propose;

import java.util.Optional;
import java.util.stream.Stream;

/** A field of a record's description that can be proposed. */
public enum Field {
    /** One of the eight categories, by code (门类). */
    CATEGORY("category"),
    /** The document kind, by the code of its rule (文种). */
    KIND("kind"),
    /** The title as printed (题名). */
    TITLE("title"),
    /** The date of formation, as an ISO date (成文日期). */
    DATE("date"),
    /** The body that answers for the document (责任者). */
    RESPONSIBLE("responsible"),
    /** The person the document is about (姓名). */
    PERSON_NAME("person-name"),
    /** That person's identity number (公民身份号码). */
    PERSON_ID("person-id"),
    /** The leading sum in yuan, with two decimals (金额). */
    AMOUNT("amount"),
    /** The number given by the issuer (文号, 凭证号, 票据号码). */
    DOCUMENT_NUMBER("document-number"),
    /** The reference code where one is printed (档号). */
    REFERENCE_CODE("reference-code"),
    /** The number of the project it came from, three letters or digits (项目号); for 科技. */
    PROJECT("project"),
    /** The photos that a photo belongs to: the title of their group, or its reference code (照片组); for 照片. */
    PHOTO_GROUP("photo-group"),
    /** The insurance that a business paper is about, by its name in the list of insurances (险种). */
    INSURANCE("insurance"),
    /** How long to keep it, by code, for example {@code D30} (保管期限). */
    RETENTION("retention"),
    /** The year it belongs to (年度). */
    YEAR("year"),
    /** The mark of a state secret at the head of a page (密级标志); no archive of this system may hold one. */
    SECRECY_MARK("secrecy-mark");

    private final String code;

    Field(String code) {
        this.code = code;
    }

    /** {@return the stable code, as stored and sent} */
    public String code() {
        return code;
    }

    /** {@return the field with this code, if there is one} */
    public static Optional<Field> of(String code) {
        return Stream.of(values()).filter(field -> field.code.equals(code)).findFirst();
    }
}
