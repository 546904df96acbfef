package lantai.ingest.catalogue;

import java.util.Optional;
import java.util.stream.Stream;

/** What a column of a catalogue can say of a record (DA/T 18-2022). The constant's name is what is stored. */
public enum CatalogueField {
    REFERENCE_CODE("档号"),
    TITLE("题名"),
    RESPONSIBLE("责任者"),
    DOCUMENT_NUMBER("文号"),
    DATE("日期"),
    YEAR("年度"),
    RETENTION("保管期限"),
    CATEGORY("门类"),
    KIND("文种"),
    FONDS("全宗号"),
    /** Whom the record is about. */
    PERSON_NAME("姓名"),
    /** Whom the record is about; kept encrypted. */
    PERSON_ID("身份证号"),
    /** As the catalogue counts them. */
    PAGES("页数"),
    SECRECY("密级"),
    NOTE("备注");

    private final String chinese;

    CatalogueField(String chinese) {
        this.chinese = chinese;
    }

    /** {@return the name of such a column on paper} */
    public String chinese() {
        return chinese;
    }

    /** {@return the field with this name, if there is one} */
    public static Optional<CatalogueField> of(String name) {
        return Stream.of(values()).filter(field -> field.name().equals(name)).findFirst();
    }
}
