package lantai.ingest.catalogue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lantai.problem.Malformed;

/**
 * What the columns of a catalogue mean.
 *
 * @param heading the row that names them; rows up to it are no records. 0 when there is none
 * @param fields by column; a column that means nothing is not taken over
 */
public record Mapping(int heading, List<Optional<CatalogueField>> fields) {
    public Mapping {
        fields = List.copyOf(fields);
    }

    /** {@return the mapping that is kept like this: the name of the field of each column, empty for none} */
    public static Mapping of(int heading, List<String> names) {
        return new Mapping(heading, names.stream().map(CatalogueField::of).toList());
    }

    /** {@return the name of the field of each column, empty for none} */
    List<String> names() {
        return fields.stream()
                .map(field -> field.map(CatalogueField::name).orElse(""))
                .toList();
    }

    /** {@return whether a column stands for the field} */
    public boolean has(CatalogueField field) {
        return fields.contains(Optional.of(field));
    }

    /** {@return the column that stands for the field, from 1; 0 when none does} */
    int column(CatalogueField field) {
        return fields.indexOf(Optional.of(field)) + 1;
    }

    /** {@return what the cells of a row say, field by field, blanks around it left out} */
    public Map<CatalogueField, String> read(List<String> cells) {
        var values = new EnumMap<CatalogueField, String>(CatalogueField.class);
        for (var column = 0; column < Math.min(fields.size(), cells.size()); column++) {
            var cell = cells.get(column).strip();
            fields.get(column).filter(_ -> !cell.isEmpty()).ifPresent(field -> values.put(field, cell));
        }
        return values;
    }

    /**
     * Checks that the catalogue can be understood so.
     *
     * @throws Malformed when a column that every row must have is missing, or two columns mean the same
     */
    void require(CatalogueRule rule) {
        var seen = new ArrayList<CatalogueField>();
        for (var field : fields.stream().flatMap(Optional::stream).toList()) {
            if (seen.contains(field)) {
                throw new Malformed(CatalogueProblem.FIELD_MAPPED_TWICE, field.chinese());
            }
            seen.add(field);
        }
        for (var field : CatalogueField.values()) {
            if (rule.requires(field) && !seen.contains(field)) {
                throw new Malformed(CatalogueProblem.FIELD_NOT_MAPPED, field.chinese());
            }
        }
    }
}
