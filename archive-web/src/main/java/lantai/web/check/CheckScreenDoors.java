package lantai.web.check;

import java.util.Map;
import java.util.UUID;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.check.CheckDesk;
import lantai.check.CheckRun;
import lantai.check.Stage;
import lantai.check.Target;
import lantai.ingest.intake.Batches;
import lantai.problem.Malformed;
import lantai.record.ItemRegister;
import lantai.web.frame.Visit;
import lantai.web.security.RequestProblem;
import lantai.web.text.Language;
import lantai.web.text.Text;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What the screens of the check go through. */
public record CheckScreenDoors(Jdbi jdbi, CheckDesk desk, Batches batches, ItemRegister items, AuditTrail audit) {
    static final int SIZE = 50;

    /** {@return what is looked at, in the words of the report} */
    String title(Handle handle, Target target) {
        return switch (target.kind()) {
            case ITEM ->
                items.get(handle, target.subject().orElseThrow())
                        .referenceCode()
                        .text();
            case BATCH -> batches.get(handle, target.subject().orElseThrow()).title();
            case PART -> part(target);
            // ordered where the list is, which names it
            case TRANSFER -> throw new Malformed(RequestProblem.NOT_UNDERSTOOD);
        };
    }

    private static String part(Target target) {
        var text = Text.in(Language.CHINESE);
        var all = target.fonds().isEmpty()
                && target.category().isEmpty()
                && target.year().isEmpty();
        var what = all
                ? text.say("check.part.all")
                : String.join(
                        " ",
                        java.util.stream.Stream.of(
                                        target.fonds(),
                                        target.category().isEmpty()
                                                ? ""
                                                : text.say("search.category." + target.category()),
                                        target.year().map(Object::toString).orElse(""))
                                .filter(word -> !word.isEmpty())
                                .toList());
        return target.every() == 1 ? what : text.say("check.part.every", what, target.every());
    }

    /** Orders a check. */
    CheckRun order(Handle transaction, Visit visit, Stage stage, Target target, CheckRun.Declared declared) {
        return desk.order(
                transaction, visit.who(), new CheckDesk.Order(stage, target, title(transaction, target), declared));
    }

    /** Tells the audit trail that somebody took a report away. */
    void taken(Handle transaction, Visit visit, UUID report, String number) {
        audit.record(
                transaction,
                visit.actor(),
                AuditAction.COPY_EXPORTED,
                Subject.of("check-report", report),
                Map.of("number", number));
    }
}
