package lantai.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lantai.record.Component;

/** The items that look at formats and at what is needed to open them. */
final class FormatChecks {

    private FormatChecks() {}

    /** 3-3: formats that are allowed. */
    static Judgement allowed(ItemFacts facts, CheckPolicy policy) {
        var faults = new ArrayList<Said>();
        for (var component : facts.components()) {
            if (policy.format(mime(facts, component), puid(facts, component)).isEmpty()) {
                faults.add(Said.of("format-not-allowed", component.name(), mime(facts, component)));
            }
        }
        return Judgement.of(faults);
    }

    /** 3-5: formats fit for long keeping, and not obsolete. */
    static Judgement preservation(ItemFacts facts, CheckPolicy policy) {
        var today = facts.today();
        var faults = new ArrayList<Said>();
        for (var component : facts.components()) {
            var format = policy.format(mime(facts, component), puid(facts, component));
            if (format.flatMap(FormatRule::obsoleteOn)
                    .filter(day -> !day.isAfter(today))
                    .isPresent()) {
                faults.add(Said.of("format-obsolete", component.name(), mime(facts, component)));
            } else if (format.filter(FormatRule::preservation).isEmpty()) {
                faults.add(Said.of("format-not-for-keeping", component.name(), mime(facts, component)));
            }
        }
        return Judgement.of(faults);
    }

    /** 3-6: the system that made the package is written in it and accepted, and each format is named. */
    static Judgement environment(ItemFacts facts, CheckPolicy policy) {
        var faults = new ArrayList<Said>();
        var system = facts.packed()
                .metadata()
                .map(metadata -> metadata.path("environment").path("system").asText(""))
                .orElse("");
        if (system.isBlank()) {
            faults.add(Said.of("environment-missing"));
        } else if (policy.environments().stream().noneMatch(system::startsWith)) {
            faults.add(Said.of("environment-unknown", system));
        }
        for (var component : facts.components()) {
            if (component.formatName().isBlank() && component.puid().isBlank()) {
                faults.add(Said.of("format-unnamed", component.name()));
            }
        }
        return Judgement.of(faults);
    }

    /** 3-7: an open container and nothing in it that needs a key or a special tool. */
    static Judgement openPackage(ItemFacts facts, CheckPolicy policy) {
        var faults = new ArrayList<Said>();
        if (!facts.packed().open()) {
            faults.add(Said.of("not-open"));
        }
        locked(facts, faults);
        return Judgement.of(faults);
    }

    /** 3-8: no encryption, no unpublished compression, nothing of banned types. */
    static Judgement packed(ItemFacts facts, CheckPolicy policy) {
        var faults = new ArrayList<Said>();
        locked(facts, faults);
        for (var component : facts.components()) {
            var mime = mime(facts, component).split(";", 2)[0];
            if (policy.banned().contains(mime)) {
                faults.add(Said.of("format-banned", component.name(), mime));
            }
        }
        return Judgement.of(faults);
    }

    private static void locked(ItemFacts facts, List<Said> faults) {
        for (var component : facts.components()) {
            content(facts, component)
                    .filter(content -> content.encrypted() || content.state() == Content.State.ENCRYPTED)
                    .ifPresent(_ -> faults.add(Said.of("encrypted", component.name())));
        }
    }

    private static Optional<Content> content(ItemFacts facts, Component component) {
        return facts.found(component).flatMap(ItemFacts.Found::content);
    }

    /** What the content is; what was recorded where nobody has opened it. */
    private static String mime(ItemFacts facts, Component component) {
        return content(facts, component).map(Content::mime).orElse(component.mime());
    }

    private static String puid(ItemFacts facts, Component component) {
        return content(facts, component).map(Content::puid).orElse(component.puid());
    }
}
