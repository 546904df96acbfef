package lantai.search;

/** The names of the fields in the index. */
final class ItemField {
    static final String ID = "id";
    static final String ID_ORDER = "idOrder";
    static final String VERSION = "version";
    /** Single letters of all texts. */
    static final String LETTER = "t1";
    /** Pairs of letters of all texts. */
    static final String PAIR = "t2";
    /** Pairs of letters of title, codes and names only. */
    static final String HEAD = "h2";

    static final String CODE = "code";
    static final String CODE_ORDER = "codeOrder";
    static final String DATE = "date";
    static final String DATE_ORDER = "dateOrder";
    static final String CATEGORY = "category";
    static final String YEAR = "year";
    static final String KIND = "kind";
    static final String KIND_NAME = "kindName";
    static final String DEPARTMENT = "department";
    static final String PERSON = "person";
    /** Stands only in items that are shown not to be personal, with the value {@link #YES}. */
    static final String IMPERSONAL = "impersonal";
    /** The keyed hashes of personal numbers. */
    static final String NUMBER = "number";

    static final String TITLE = "title";
    static final String RESPONSIBLE = "responsible";
    static final String DOCUMENT_NUMBER = "documentNumber";
    static final String NAME = "name";
    static final String PAGE = "page";
    /** Where a personal number stands, see {@link NumberPlace}. */
    static final String PLACE = "place";

    static final String YES = "yes";

    private ItemField() {}

    static String of(Facet facet) {
        return switch (facet) {
            case CATEGORY -> CATEGORY;
            case YEAR -> YEAR;
            case KIND -> KIND;
        };
    }
}
