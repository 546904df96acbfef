package lantai.web.description;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lantai.description.DescriptionFault;
import lantai.problem.ArchiveException;
import lantai.web.frame.Visit;
import lantai.web.item.Opened;
import lantai.web.problem.ProblemText;
import org.jdbi.v3.core.Handle;

/** Fills the form: with what is said, with what the file says of itself, or again with what was typed. */
final class DescriptionForm {
    private final DescriptionDoors doors;

    DescriptionForm(DescriptionDoors doors) {
        this.doors = doors;
    }

    /** {@return the form as it is opened; elements without a value have what the file proposes} */
    FormView fresh(Visit visit, Opened opened) {
        return doors.jdbi().withHandle(handle -> {
            var item = opened.item();
            var demands = doors.desk().demands(handle, item);
            var values = doors.desk().whole(handle, item, opened.components());
            var proposals = doors.proposals().of(handle, item.id(), demands);
            return new FormView(
                    visit.page(visit.text().say("description.title")),
                    item,
                    demands.stream()
                            .map(demand -> {
                                var code = demand.element().code();
                                var said = values.getOrDefault(code, "");
                                var proposed = said.isEmpty() && demand.isWritten() && proposals.containsKey(code);
                                return new FormLine(
                                        demand.element(),
                                        demand.obligation(),
                                        proposed ? proposals.getOrDefault(code, "") : said,
                                        demand.isWritten(),
                                        proposed,
                                        null,
                                        null);
                            })
                            .toList(),
                    "",
                    Optional.empty());
        });
    }

    /** {@return the form as it was typed, with what is wrong and with what others wrote meanwhile} */
    FormView again(Visit visit, Opened opened, Typed typed, ArchiveException failure) {
        return doors.jdbi().withHandle(handle -> {
            var item = opened.item();
            var values = doors.desk().whole(handle, item, opened.components());
            var faults = faults(handle, opened, typed);
            var moved = typed.seen() != item.version();
            return new FormView(
                    visit.page(visit.text().say("description.title")),
                    item,
                    doors.desk().demands(handle, item).stream()
                            .map(demand -> {
                                var code = demand.element().code();
                                var said = values.getOrDefault(code, "");
                                var value = typed.values().getOrDefault(code, said);
                                var fault = Optional.ofNullable(faults.get(code));
                                return new FormLine(
                                        demand.element(),
                                        demand.obligation(),
                                        value,
                                        demand.isWritten(),
                                        false,
                                        moved && !value.strip().equals(said) ? said : null,
                                        fault.map(one -> told(visit, one)).orElse(null));
                            })
                            .toList(),
                    typed.reason(),
                    Optional.of(ProblemText.of(visit.text(), failure)));
        });
    }

    private Map<String, DescriptionFault> faults(Handle handle, Opened opened, Typed typed) {
        List<DescriptionFault> faults = doors.desk().faults(handle, opened.item(), typed.values());
        return faults.stream().collect(Collectors.toMap(DescriptionFault::element, fault -> fault, (one, _) -> one));
    }

    private static String told(Visit visit, DescriptionFault fault) {
        return ProblemText.of(visit.text(), fault.problem(), fault.values());
    }
}
