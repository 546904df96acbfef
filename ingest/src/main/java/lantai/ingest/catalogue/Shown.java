package lantai.ingest.catalogue;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lantai.ingest.catalogue.CatalogueRows.Beside;
import lantai.person.IdNumber;
import lantai.person.InsuredPerson;
import lantai.record.Item;

/** What catalogues and records say, field by field, in the same words, so that they can be shown and compared. */
final class Shown {
    private Shown() {}

    /** {@return what an entry says; fields of which it says nothing are left out} */
    static Map<CatalogueField, String> values(Entry entry) {
        var values = new EnumMap<CatalogueField, String>(CatalogueField.class);
        values.put(CatalogueField.REFERENCE_CODE, entry.code().text());
        values.put(CatalogueField.CATEGORY, entry.category().chinese());
        values.put(CatalogueField.YEAR, Integer.toString(entry.year()));
        values.put(CatalogueField.RETENTION, entry.retention().code());
        entry.kind().ifPresent(kind -> values.put(CatalogueField.KIND, kind.name()));
        values.put(CatalogueField.TITLE, entry.title());
        values.put(CatalogueField.DOCUMENT_NUMBER, entry.documentNumber());
        values.put(CatalogueField.RESPONSIBLE, entry.responsible());
        entry.dated().map(LocalDate::toString).ifPresent(date -> values.put(CatalogueField.DATE, date));
        entry.pages().ifPresent(pages -> values.put(CatalogueField.PAGES, Integer.toString(pages)));
        values.put(CatalogueField.NOTE, entry.note());
        values.put(CatalogueField.PERSON_NAME, entry.personName());
        entry.personId().map(IdNumber::masked).ifPresent(number -> values.put(CatalogueField.PERSON_ID, number));
        values.values().removeIf(String::isEmpty);
        return values;
    }

    /** {@return what the archive says of a record} */
    static Map<CatalogueField, String> values(Item item, Beside beside, Optional<InsuredPerson> person) {
        var values = new EnumMap<CatalogueField, String>(CatalogueField.class);
        values.put(CatalogueField.REFERENCE_CODE, item.referenceCode().text());
        values.put(CatalogueField.CATEGORY, item.category().chinese());
        values.put(CatalogueField.YEAR, Integer.toString(item.year()));
        values.put(CatalogueField.RETENTION, item.retention().code());
        values.put(CatalogueField.KIND, item.kindName());
        values.put(CatalogueField.TITLE, item.title());
        values.put(CatalogueField.DOCUMENT_NUMBER, item.documentNumber());
        values.put(CatalogueField.RESPONSIBLE, item.responsible());
        item.dated().map(LocalDate::toString).ifPresent(date -> values.put(CatalogueField.DATE, date));
        beside.pages().ifPresent(pages -> values.put(CatalogueField.PAGES, Integer.toString(pages)));
        values.put(CatalogueField.NOTE, beside.note());
        values.put(
                CatalogueField.PERSON_NAME,
                person.map(InsuredPerson::name).filter(name -> !name.isEmpty()).orElse(beside.personName()));
        person.ifPresent(known -> values.put(CatalogueField.PERSON_ID, known.maskedId()));
        return values;
    }

    /**
     * What a row says otherwise than the archive. A field of which the row says nothing is no difference; nor is one that only an
     * entry keeps, when the record is none.
     */
    static Map<CatalogueField, List<String>> change(
            Map<CatalogueField, String> archive, Map<CatalogueField, String> row, boolean isEntry) {
        var change = new EnumMap<CatalogueField, List<String>>(CatalogueField.class);
        row.forEach((field, value) -> {
            var now = archive.getOrDefault(field, "");
            var keptByEntries = field == CatalogueField.PAGES
                    || field == CatalogueField.NOTE
                    || field == CatalogueField.PERSON_NAME;
            if (!now.equals(value) && (isEntry || !keptByEntries)) {
                change.put(field, List.of(now, value));
            }
        });
        return change;
    }
}
