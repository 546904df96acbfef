package lantai.web.audit;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import lantai.audit.AuditAction;
import lantai.audit.AuditLog.Filter;
import lantai.problem.Malformed;
import lantai.web.security.TypedDay;

/** What of the audit trail is wanted, as it stands in the address. Foreign values count as not given. */
@SuppressWarnings("NullAway.Init")
public final class AuditQuery {
    static final int SIZE = 100;

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    @QueryParam("actor")
    @DefaultValue("")
    private String actor;

    @QueryParam("action")
    @DefaultValue("")
    private String action;

    @QueryParam("from")
    @DefaultValue("")
    private String from;

    @QueryParam("until")
    @DefaultValue("")
    private String until;

    @QueryParam("before")
    @DefaultValue("")
    private String before;

    public String actor() {
        return actor;
    }

    public String action() {
        return action;
    }

    /** {@return the first day wanted, as 2026-11-21} */
    public String from() {
        return from;
    }

    /** {@return the last day wanted, as 2026-11-21} */
    public String until() {
        return until;
    }

    /** {@return whether this is not the newest page} */
    public boolean isLater() {
        return !before.isEmpty();
    }

    /** {@return whether anything narrows the list} */
    public boolean isNarrow() {
        return !(actor.isBlank() && action.isBlank() && from.isBlank() && until.isBlank());
    }

    /** One more than is shown, to know whether there is a next page. */
    Filter filter() {
        return new Filter(
                Optional.of(actor.strip()).filter(wanted -> !wanted.isEmpty()),
                Arrays.stream(AuditAction.values())
                        .filter(known -> known.name().equals(action))
                        .findFirst(),
                Optional.empty(),
                startOf(TypedDay.FROM, from, 0),
                startOf(TypedDay.UNTIL, until, 1),
                Optional.of(before).filter(id -> id.matches("\\d{1,18}")).map(Long::valueOf),
                SIZE + 1);
    }

    private static Optional<Instant> startOf(TypedDay field, String day, int daysLater) {
        try {
            return field.ifAny(day)
                    .map(read -> read.plusDays(daysLater).atStartOfDay(BEIJING).toInstant());
        } catch (Malformed told) {
            // said beside the list by fault()
            return Optional.empty();
        }
    }

    /** {@return what is wrong with a typed day; a wrong one narrows nothing} */
    Optional<Malformed> fault() {
        try {
            TypedDay.FROM.ifAny(from);
            TypedDay.UNTIL.ifAny(until);
            return Optional.empty();
        } catch (Malformed wrong) {
            return Optional.of(wrong);
        }
    }
}
