package lantai.record;

import java.util.Map;

/** What a reference code says, as the columns beside its text. A code in neither style has its text only. */
final class CodeColumns {
    private CodeColumns() {}

    static Map<String, Object> of(ReferenceCode code) {
        return code.parts()
                .map(parts -> Map.<String, Object>of(
                        "codeClass", parts.classCode(),
                        "codeProject", parts.project(),
                        "codeOrganisation", parts.organisation(),
                        "codeVolume", parts.volume(),
                        "codeScope", scope(code, parts),
                        "itemNumber", parts.number()))
                .orElseGet(() -> Map.of(
                        "codeClass", "",
                        "codeProject", "",
                        "codeOrganisation", "",
                        "codeVolume", "",
                        "codeScope", "",
                        "itemNumber", 0));
    }

    /** Everything left of the item number. */
    static String scope(ReferenceCode code, CodeParts parts) {
        return code.text().substring(0, code.text().length() - parts.item().length());
    }
}
