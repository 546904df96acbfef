package lantai.web.imports;

import java.util.List;
import lantai.ingest.catalogue.CatalogueField;
import lantai.ingest.catalogue.Finding;
import lantai.web.problem.ProblemText;
import lantai.web.text.Text;

/**
 * What is said about catalogues, in one language.
 *
 * @param headings of the columns as they stand in the table; may be fewer than its columns
 */
record Sentences(Text text, List<String> headings) {
    private static final int LETTERS = 26;

    Sentences {
        headings = List.copyOf(headings);
    }

    String field(CatalogueField field) {
        return text.say("imports.field." + field.name());
    }

    /** {@return what is wrong with the value} */
    String why(Finding finding) {
        return text.say("problem." + finding.problem(), finding.quoted().toArray());
    }

    /** {@return the rule that the value was held to, with its version} */
    String rule(Finding finding) {
        return ProblemText.rule(text, finding.rule());
    }

    /** {@return the column as a spreadsheet program names it, with its heading; the field where the table has none for it} */
    String column(Finding finding) {
        var column = finding.column();
        if (column == 0) {
            return text.say("imports.column.absent", field(finding.field()));
        }
        var heading = column <= headings.size() ? headings.get(column - 1).strip() : "";
        return heading.isEmpty()
                ? text.say("imports.column.letters", letters(column))
                : text.say("imports.column.headed", letters(column), heading);
    }

    private static String letters(int column) {
        var letters = new StringBuilder();
        for (var rest = column; rest > 0; rest = (rest - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (rest - 1) % LETTERS));
        }
        return letters.toString();
    }

    /** {@return a finding as it stands beside its row: column, value, why, and by which rule} */
    String beside(Finding finding) {
        return finding.value().isEmpty()
                ? text.say("imports.finding.empty", column(finding), why(finding), rule(finding))
                : text.say("imports.finding", column(finding), finding.value(), why(finding), rule(finding));
    }

    /** {@return the same with its row} */
    String sentence(Finding finding) {
        return text.say("imports.finding.row", finding.row(), beside(finding));
    }

    /** {@return why an import was refused, or has to be looked at again} */
    String reason(String code) {
        var key = "imports.reason." + code;
        return text.has(key) ? text.say(key) : code;
    }
}
