package lantai.web.imports;

import lantai.ingest.catalogue.CatalogueField;
import lantai.ingest.catalogue.Finding;
import lantai.web.text.Text;

/** What is said about catalogues, in one language. */
record Sentences(Text text) {
    String field(CatalogueField field) {
        return text.say("imports.field." + field.name());
    }

    String sentence(Finding finding) {
        return text.say("problem." + finding.problem(), finding.quoted().toArray());
    }

    /** {@return a finding as it stands beside its row: field, value, why} */
    String beside(Finding finding) {
        return text.say("imports.finding", field(finding.field()), finding.value(), sentence(finding));
    }

    /** {@return why an import was refused, or has to be looked at again} */
    String reason(String code) {
        var key = "imports.reason." + code;
        return text.has(key) ? text.say(key) : code;
    }
}
