package lantai.check;

import java.util.EnumMap;
import java.util.Map;

/** How each item that looks at single records is carried out. */
final class RecordChecks {
    static final Map<Rule, RecordCheck> ALL = all();

    private RecordChecks() {}

    private static Map<Rule, RecordCheck> all() {
        var all = new EnumMap<Rule, RecordCheck>(Rule.class);
        all.put(Rule.FIXED_INFORMATION, FixedInformation::look);
        all.put(Rule.LENGTH, ElementChecks::length);
        all.put(Rule.TYPE, ElementChecks::type);
        all.put(Rule.VALUE_LIST, ElementChecks::valueList);
        all.put(Rule.PLAUSIBILITY, Plausibility::look);
        all.put(Rule.SPECIAL_CHARACTERS, SpecialCharacters::look);
        all.put(Rule.REFERENCE_CODE, CodeCheck::look);
        all.put(Rule.DUPLICATES, ElementChecks::duplicates);
        all.put(Rule.ELECTRONIC_ATTRIBUTES, ContentChecks::attributes);
        all.put(Rule.LINKS, PackageChecks::links);
        all.put(Rule.CATALOGUE_FILES, PackageChecks::catalogueFiles);
        all.put(Rule.PACKAGE_STRUCTURE, PackageChecks::structure);
        all.put(Rule.PACKAGE_SAMENESS, PackageChecks::sameness);
        all.put(Rule.ELEMENTS, ElementChecks::elements);
        all.put(Rule.MANDATORY, ElementChecks::mandatory);
        all.put(Rule.PROCESS, ProcessChecks::process);
        all.put(Rule.CONTENT_COMPLETE, ContentChecks::complete);
        all.put(Rule.ATTACHMENTS, ContentChecks::attachments);
        all.put(Rule.PACKAGE_METADATA, PackageChecks::metadata);
        all.put(Rule.PACKAGE_CONTENT, PackageChecks::content);
        all.put(Rule.PACKAGE_READABLE, PackageChecks::readable);
        all.put(Rule.ROW_READABLE, ProcessChecks::row);
        all.put(Rule.FORMAT, FormatChecks::allowed);
        all.put(Rule.READABILITY, ContentChecks::readability);
        all.put(Rule.PRESERVATION_FORMAT, FormatChecks::preservation);
        all.put(Rule.ENVIRONMENT, FormatChecks::environment);
        all.put(Rule.OPEN_PACKAGE, FormatChecks::openPackage);
        all.put(Rule.PACKAGE_FORMAT, FormatChecks::packed);
        all.put(Rule.VIRUS, ContentChecks::virus);
        all.put(Rule.OPERATION, ProcessChecks::operation);
        return Map.copyOf(all);
    }
}
