package lantai.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexableField;

/**
 * An item as read back from the index; identity numbers in its texts are masked.
 *
 * @param mask hides further numbers in what is shown of it
 */
record StoredItem(
        UUID id,
        String referenceCode,
        String title,
        String category,
        int year,
        String kind,
        String kindName,
        String responsible,
        String documentNumber,
        Optional<LocalDate> date,
        List<String> personNames,
        List<String> pages,
        List<NumberPlace> places,
        UnaryOperator<String> mask) {

    static StoredItem of(Document document, UnaryOperator<String> mask) {
        return new StoredItem(
                ItemDocuments.id(document.getBinaryValue(ItemField.ID)),
                document.get(ItemField.CODE),
                document.get(ItemField.TITLE),
                text(document, ItemField.CATEGORY),
                Integer.parseInt(document.get(ItemField.YEAR)),
                text(document, ItemField.KIND),
                document.get(ItemField.KIND_NAME),
                document.get(ItemField.RESPONSIBLE),
                document.get(ItemField.DOCUMENT_NUMBER),
                Stream.of(document.getFields(ItemField.DATE))
                        .map(field -> LocalDate.ofEpochDay(field.numericValue().longValue()))
                        .findFirst(),
                List.of(document.getValues(ItemField.NAME)),
                List.of(document.getValues(ItemField.PAGE)),
                Stream.of(document.getValues(ItemField.PLACE))
                        .map(NumberPlace::decode)
                        .toList(),
                mask);
    }

    /** {@return the texts a hit can be in, beside the pages} */
    List<String> head() {
        return Stream.concat(
                        Stream.of(title, referenceCode, documentNumber, responsible, kindName), personNames.stream())
                .toList();
    }

    private static String text(Document document, String field) {
        return Stream.of(document.getFields(field))
                .map(IndexableField::stringValue)
                .findFirst()
                .orElse("");
    }
}
