package lantai.web.appraisal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantai.classification.Category;
import lantai.hold.HoldCause;
import lantai.hold.HoldScope;
import lantai.hold.NewHold;
import lantai.person.IdNumber;
import lantai.problem.Malformed;
import lantai.problem.NotFound;
import lantai.record.ReferenceCode;
import lantai.web.security.RequestProblem;
import lantai.web.security.TypedDay;
import org.jdbi.v3.core.Handle;

/**
 * A hold as it is ordered on a screen or by a program, still to be understood.
 *
 * @param scope {@code items}, {@code person}, {@code year} or {@code batch}
 * @param codes reference codes, one a line
 * @param number a personal number
 * @param category code of a category
 */
record HoldOrder(
        HoldCause cause,
        String reason,
        UUID owner,
        Optional<LocalDate> reviewOn,
        String scope,
        String codes,
        String number,
        String category,
        int year,
        String batch) {
    static HoldOrder of(Form form) {
        return new HoldOrder(
                form.constant(HoldCause.class, "cause"),
                form.text("reason"),
                Form.id(form.text("owner")),
                TypedDay.REVIEW.ifAny(form.text("review")),
                form.text("scope"),
                form.text("codes"),
                form.text("number"),
                form.text("category"),
                form.number("year"),
                form.text("batch"));
    }

    /**
     * Finds out what it covers.
     *
     * @throws Malformed when a code, number or category is not one
     * @throws NotFound when there is no such record or person
     */
    NewHold understood(Handle handle, AppraisalDoors doors) {
        return new NewHold(cause, reason, owner, reviewOn, what(handle, doors));
    }

    private HoldScope what(Handle handle, AppraisalDoors doors) {
        return switch (scope) {
            case "items" -> new HoldScope.Items(items(handle, doors));
            case "person" -> new HoldScope.OfPerson(person(handle, doors));
            case "year" ->
                new HoldScope.OfYear(
                        Category.of(category)
                                .orElseThrow(() -> new Malformed(RequestProblem.NOT_UNDERSTOOD))
                                .name(),
                        year);
            case "batch" -> new HoldScope.Items(doors.documents().filedOf(handle, Form.id(batch)));
            default -> throw new Malformed(RequestProblem.NOT_UNDERSTOOD);
        };
    }

    private List<UUID> items(Handle handle, AppraisalDoors doors) {
        var items = new ArrayList<UUID>();
        for (var line :
                codes.lines().map(String::strip).filter(line -> !line.isEmpty()).toList()) {
            var code = ReferenceCode.parse(line).orElseThrow(() -> new Malformed(AppraisalWebProblem.NOT_A_CODE, line));
            items.add(doors.items()
                    .find(handle, code)
                    .orElseThrow(() -> new NotFound(AppraisalWebProblem.NO_SUCH_CODE, line))
                    .id());
        }
        return items;
    }

    private UUID person(Handle handle, AppraisalDoors doors) {
        var wanted = IdNumber.parse(number).orElseThrow(() -> new Malformed(AppraisalWebProblem.NOT_AN_ID_NUMBER));
        return doors.persons()
                .find(handle, wanted)
                .orElseThrow(() -> new NotFound(AppraisalWebProblem.NO_SUCH_PERSON))
                .id();
    }
}
