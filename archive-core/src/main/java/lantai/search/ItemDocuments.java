package lantai.search;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/** Writes an item as the index keeps it, its personal numbers hidden. */
final class ItemDocuments {
    private static final String BETWEEN = String.valueOf(Letters.HIDDEN);
    private static final FieldType LETTERS = textType(IndexOptions.DOCS, false);
    private static final FieldType PAIRS = textType(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, true);

    /** The page of a text that is neither title nor page. */
    private static final int NOWHERE = -1;

    private final NumberKeys keys;

    ItemDocuments(NumberKeys keys) {
        this.keys = keys;
    }

    Document of(IndexedItem item) {
        var document = new Document();
        addIdentity(document, item);
        addRules(document, item);
        addDescription(document, item);
        addTexts(document, item);
        return document;
    }

    static BytesRef idBytes(UUID id) {
        return new BytesRef(ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    static UUID id(BytesRef bytes) {
        var buffer = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    private static void addIdentity(Document document, IndexedItem item) {
        document.add(new StringField(ItemField.ID, idBytes(item.id()), Field.Store.YES));
        document.add(new SortedDocValuesField(ItemField.ID_ORDER, idBytes(item.id())));
        document.add(new NumericDocValuesField(ItemField.VERSION, item.version()));
    }

    private static void addRules(Document document, IndexedItem item) {
        item.departmentId().ifPresent(department -> add(document, ItemField.DEPARTMENT, department.toString()));
        item.personId().ifPresent(person -> add(document, ItemField.PERSON, person.toString()));
        if (!item.personal()) {
            add(document, ItemField.IMPERSONAL, ItemField.YES);
        }
    }

    private static void addDescription(Document document, IndexedItem item) {
        document.add(
                new StringField(ItemField.CODE, Letters.of(item.referenceCode()).text(), Field.Store.NO));
        document.add(new SortedDocValuesField(ItemField.CODE_ORDER, new BytesRef(item.referenceCode())));
        item.date().ifPresent(date -> {
            document.add(new NumericDocValuesField(ItemField.DATE_ORDER, date.toEpochDay()));
            document.add(new StoredField(ItemField.DATE, date.toEpochDay()));
        });
        keep(document, ItemField.CODE, item.referenceCode());
        keep(document, ItemField.KIND_NAME, item.kindName());
        for (var value : FacetCounter.values(item)) {
            document.add(new StringField(ItemField.of(value.facet()), value.value(), Field.Store.YES));
            document.add(value.field());
        }
    }

    private void addTexts(Document document, IndexedItem item) {
        var head = new ArrayList<String>();
        head.add(add(document, ItemField.TITLE, item.title(), 0, item.personNames()));
        head.add(Letters.of(item.referenceCode()).text());
        head.add(add(document, ItemField.DOCUMENT_NUMBER, item.documentNumber(), NOWHERE, item.personNames()));
        head.add(add(document, ItemField.RESPONSIBLE, item.responsible(), NOWHERE, item.personNames()));
        head.add(Letters.of(item.kindName()).text());
        for (String name : item.personNames()) {
            head.add(add(document, ItemField.NAME, name, NOWHERE, item.personNames()));
        }
        var all = new ArrayList<String>(head);
        for (int page = 1; page <= item.pages().size(); page++) {
            all.add(add(document, ItemField.PAGE, item.pages().get(page - 1), page, item.personNames()));
        }
        String letters = String.join(BETWEEN, all);
        document.add(new Field(ItemField.HEAD, new LetterTokens(String.join(BETWEEN, head), 2), PAIRS));
        document.add(new Field(ItemField.PAIR, new LetterTokens(letters, 2), PAIRS));
        document.add(new Field(ItemField.LETTER, new LetterTokens(letters, 1), LETTERS));
    }

    /** Stores a text masked, adds the terms of its personal numbers and gives back its letters. */
    private String add(Document document, String field, String text, int page, List<String> names) {
        var numbers = PersonalNumbers.find(text);
        keep(document, field, PersonalNumbers.mask(text, numbers));
        for (var number : numbers) {
            if (!number.masked()) {
                String key = keys.whole(number.number());
                add(document, ItemField.NUMBER, key);
                keep(document, ItemField.PLACE, new NumberPlace(page, number.start(), key).encoded());
            }
            names.forEach(name -> add(document, ItemField.NUMBER, keys.lastFour(name, number.lastFour())));
        }
        return Letters.of(text, numbers).text();
    }

    private static void add(Document document, String field, String value) {
        document.add(new StringField(field, value, Field.Store.NO));
    }

    private static void keep(Document document, String field, String value) {
        document.add(new StoredField(field, value));
    }

    private static FieldType textType(IndexOptions options, boolean norms) {
        var type = new FieldType();
        type.setIndexOptions(options);
        type.setOmitNorms(!norms);
        type.setTokenized(true);
        type.freeze();
        return type;
    }
}
