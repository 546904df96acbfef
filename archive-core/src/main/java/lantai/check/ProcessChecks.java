package lantai.check;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lantai.record.Component;

/** The items that look at what was done with a record, and by whom. */
final class ProcessChecks {
    private static final List<String> OF_A_FILE =
            List.of("ingestion", "format identification", "message digest calculation");

    private ProcessChecks() {}

    /** 2-5: received, accepted, filed, in this order, in the audit trail and in the package. */
    static Judgement process(ItemFacts facts, CheckPolicy policy) {
        var faults = new ArrayList<Said>();
        var received = at(facts, "FILE_RECEIVED");
        var accepted = at(facts, "DOCUMENT_ACCEPTED");
        var filed = facts.atFiling() ? Optional.of(facts.now()) : at(facts, "ITEM_FILED");
        missing(received, "received", faults);
        missing(accepted, "accepted", faults);
        missing(filed, "filed", faults);
        if (faults.isEmpty()
                && (received.orElseThrow().isAfter(accepted.orElseThrow())
                        || accepted.orElseThrow().isAfter(filed.orElseThrow()))) {
            faults.add(Said.of("steps-out-of-order"));
        }
        facts.packed().events().ifPresent(events -> packed(facts, events, faults));
        return Judgement.of(ElementChecks.few(faults));
    }

    private static void missing(Optional<Instant> step, String name, List<Said> faults) {
        if (step.isEmpty()) {
            faults.add(Said.of("step-missing-" + name));
        }
    }

    private static Optional<Instant> at(ItemFacts facts, String action) {
        return facts.register().steps().stream()
                .filter(step -> step.action().equals(action))
                .map(ItemFacts.Step::at)
                .findFirst();
    }

    private static void packed(ItemFacts facts, List<ItemFacts.Event> events, List<Said> faults) {
        for (var component : facts.components()) {
            for (var type : OF_A_FILE) {
                if (events.stream().noneMatch(event -> isOf(event, type, component))) {
                    faults.add(Said.of("event-missing", type, component.name()));
                }
            }
        }
        var accession = events.stream()
                .filter(event -> event.type().equals("accession"))
                .findFirst();
        if (accession.isEmpty()) {
            faults.add(Said.of("event-missing", "accession", facts.item().referenceCode()));
            return;
        }
        var last = instant(accession.get().at());
        for (var event : events) {
            var at = instant(event.at());
            if (at.isEmpty()
                    || last.isEmpty()
                    || (event.type().equals("ingestion") && at.get().isAfter(last.get()))) {
                faults.add(Said.of("event-time", event.type(), event.at()));
            }
        }
    }

    private static boolean isOf(ItemFacts.Event event, String type, Component component) {
        return event.type().equals(type) && event.object().equals(component.path());
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }

    /** 3-2: the row of the record, its components and pages can be read. */
    static Judgement row(ItemFacts facts, CheckPolicy policy) {
        return facts.register()
                .rowFault()
                .map(fault -> fault.isEmpty() ? Judgement.passed() : Judgement.failed("row-unreadable", fault))
                .orElseGet(() -> Judgement.notRun("not-yet-filed"));
    }

    /** 4-7: whoever handled it was known and no administrator, and no step is without a person. */
    static Judgement operation(ItemFacts facts, CheckPolicy policy) {
        var steps = facts.register().steps();
        if (steps.isEmpty()) {
            return Judgement.failed("no-audit");
        }
        return Judgement.of(steps.stream()
                .filter(step -> !step.allowed())
                .map(step -> Said.of("not-allowed", step.action(), step.by()))
                .distinct()
                .toList());
    }
}
