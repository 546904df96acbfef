package lantai.web.imports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lantai.ingest.catalogue.CatalogueDesk.Preview;
import lantai.ingest.catalogue.CatalogueField;
import lantai.ingest.catalogue.CatalogueImport;
import lantai.ingest.catalogue.CatalogueRow;
import lantai.ingest.catalogue.Finding;
import lantai.web.frame.Page;
import lantai.web.text.Terms;

/**
 * One import.
 *
 * @param facts what is known of the table without looking at its rows
 * @param columns of the table with what they mean, while that can be said
 * @param preview the first rows as they would become
 * @param findings one page of them
 * @param moreFindings whether others follow
 * @param differences one page of the rows that the archive describes otherwise
 * @param moreDifferences whether others follow
 * @param error why the last try failed
 */
public record ImportView(
        Page page,
        CatalogueImport of,
        Facts facts,
        List<ColumnView> columns,
        List<Preview> preview,
        List<Finding> findings,
        boolean moreFindings,
        List<CatalogueRow> differences,
        boolean moreDifferences,
        Optional<String> error) {
    public ImportView {
        columns = List.copyOf(columns);
        preview = List.copyOf(preview);
        findings = List.copyOf(findings);
        differences = List.copyOf(differences);
    }

    /**
     * What is known of the table without looking at its rows.
     *
     * @param records rows below the headings
     * @param headings of its columns
     */
    public record Facts(int records, List<String> headings) {
        public Facts {
            headings = List.copyOf(headings);
        }
    }

    /**
     * One column of the table.
     *
     * @param number from 0
     * @param sample some of its cells
     */
    public record ColumnView(int number, String heading, List<String> sample, Optional<CatalogueField> field) {
        public ColumnView {
            sample = List.copyOf(sample);
        }
    }

    /** {@return every field a column may mean} */
    public List<CatalogueField> fields() {
        return List.of(CatalogueField.values());
    }

    /** {@return the fields that stand in the preview, in their order} */
    public List<CatalogueField> previewed() {
        return fields().stream()
                .filter(field -> preview.stream().anyMatch(row -> row.values().containsKey(field)))
                .toList();
    }

    /** {@return a value of the preview, terms in words} */
    public String shown(CatalogueField field, String value) {
        return field == CatalogueField.RETENTION ? Terms.told(page.text(), value) : value;
    }

    /** {@return a field in words} */
    public String named(CatalogueField field) {
        return sentences().field(field);
    }

    /** {@return what is said about findings, in words} */
    Sentences sentences() {
        return new Sentences(page.text(), facts.headings());
    }

    /** {@return where a finding stands} */
    public String column(Finding finding) {
        return sentences().column(finding);
    }

    /** {@return what is wrong with a value} */
    public String why(Finding finding) {
        return sentences().why(finding);
    }

    /** {@return what a value was held to} */
    public String rule(Finding finding) {
        return sentences().rule(finding);
    }

    /** {@return a finding with its column, value and rule} */
    public String beside(Finding finding) {
        return sentences().beside(finding);
    }

    /** {@return why it was refused, or has to be looked at again; empty when there is no reason} */
    public String reason() {
        return of.reason().isEmpty() ? "" : sentences().reason(of.reason());
    }

    /** {@return the address of this import} */
    public String here() {
        return "/catalogue/imports/" + of.id();
    }

    /** {@return what was found out about the table, in words} */
    public String table() {
        var table = of.table();
        return table.form().equals("xlsx")
                ? page.say("imports.table.xlsx", table.sheet())
                : page.say(
                        "imports.table.csv",
                        table.charset(),
                        table.separator().equals("\t") ? page.say("imports.tab") : table.separator());
    }

    /** {@return what the archive says and what the catalogue says, field by field, in the order of the fields} */
    public List<Map.Entry<CatalogueField, List<String>>> changes(CatalogueRow row) {
        return fields().stream()
                .filter(row.change()::containsKey)
                .map(field -> Map.entry(field, row.change().getOrDefault(field, List.of())))
                .toList();
    }
}
