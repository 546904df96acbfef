package lantai.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lantai.problem.Refused;
import lantai.record.CodeParts;
import lantai.record.Item;
import lantai.record.ReferenceCodeRule;

/** 1-7: the reference code can be read, is built as the rule says, and says what the description says (DA/T 13-2022). */
final class CodeCheck {
    private CodeCheck() {}

    static Judgement look(ItemFacts facts, CheckPolicy policy) {
        var item = facts.item();
        var code = item.referenceCode().text();
        var parts = item.referenceCode().parts();
        if (parts.isEmpty()) {
            return Judgement.failed("code-unreadable", code);
        }
        var faults = new ArrayList<>(differences(item, parts.get()));
        if (faults.isEmpty() && !isBuilt(item, parts.get(), facts.register().codes())) {
            faults.add(Said.of("code-not-by-template", code));
        }
        facts.packed()
                .metadata()
                .map(metadata -> metadata.path("referenceCode").asText(""))
                .filter(packed -> !packed.equals(code))
                .ifPresent(packed -> faults.add(Said.of("code-part", "@package", packed, code)));
        return Judgement.of(faults);
    }

    private static List<Said> differences(Item item, CodeParts parts) {
        var faults = new ArrayList<Said>();
        if (!parts.fonds().equals(item.fonds())) {
            faults.add(Said.of("code-part", "@fonds", parts.fonds(), item.fonds()));
        }
        if (!item.category().holds(parts.classes().getFirst())) {
            faults.add(Said.of(
                    "code-part",
                    "@category",
                    parts.classes().getFirst(),
                    item.category().referenceCodePart()));
        }
        if (!parts.year().isEmpty() && !parts.year().equals("%04d".formatted(item.year()))) {
            faults.add(Said.of("code-part", "@year", parts.year(), item.year()));
        }
        if (!parts.retention().isEmpty()
                && !parts.retention().equals(item.retention().code())) {
            faults.add(Said.of(
                    "code-part",
                    "@retention",
                    parts.retention(),
                    item.retention().code()));
        }
        return faults;
    }

    /** A code is never changed when the rule is: any version that has been in force may have built it (DA/T 13-2022, stability). */
    private static boolean isBuilt(Item item, CodeParts parts, List<ReferenceCodeRule> rules) {
        return rules.stream().anyMatch(rule -> isBuilt(item, parts, rule));
    }

    private static boolean isBuilt(Item item, CodeParts parts, ReferenceCodeRule rule) {
        return Stream.of(parts.classCode(), parts.classes().getLast())
                .anyMatch(className -> isBuilt(item, parts, rule, className));
    }

    private static boolean isBuilt(Item item, CodeParts parts, ReferenceCodeRule rule, String link) {
        try {
            var scope = rule.scope(
                    item.category(),
                    item.year(),
                    item.retention(),
                    link,
                    Map.of(
                            "fonds", parts.fonds(),
                            "organisation", parts.organisation(),
                            "project", parts.project(),
                            "volume", parts.volume(),
                            "group", parts.volume()));
            return scope.code(parts.number()).text().equals(item.referenceCode().text());
        } catch (Refused noTemplate) {
            return false;
        }
    }
}
