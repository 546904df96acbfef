package lantai.fonds;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import lantai.audit.Actor;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.problem.Malformed;
import lantai.problem.NotFound;
import lantai.problem.Refused;
import org.jdbi.v3.core.Handle;

/** The register of fonds (全宗名册). Nothing is ever deleted from it. The caller brings the transaction. */
public final class FondsRegister {
    private static final Pattern NUMBER = Pattern.compile("[A-Z][A-Z0-9]{3}");

    private final AuditTrail audit;
    private final InstantSource clock;
    private final FondsFile file;

    public FondsRegister(AuditTrail audit, InstantSource clock) {
        this.audit = audit;
        this.clock = clock;
        this.file = new FondsFile(audit, clock);
    }

    /** {@return the descriptive files of the fonds} */
    public FondsFile file() {
        return file;
    }

    /**
     * What is told of a fonds when it is opened or described anew.
     *
     * @param openedOn the day from which it holds records
     */
    public record Description(FondsKind kind, String title, String note, Optional<LocalDate> openedOn) {}

    /** {@return all fonds by number} */
    public List<Fonds> all(Handle handle) {
        return handle.createQuery("select * from fonds order by number")
                .map((row, _) -> fonds(handle, row))
                .list();
    }

    /** {@return the fonds with this number, if there is one} */
    public Optional<Fonds> find(Handle handle, String number) {
        return handle.createQuery("select * from fonds where number = :number")
                .bind("number", number)
                .map((row, _) -> fonds(handle, row))
                .findOne();
    }

    /**
     * Finds the fonds with this number.
     *
     * @throws NotFound when there is none
     */
    public Fonds get(Handle handle, String number) {
        return find(handle, number).orElseThrow(() -> new NotFound(FondsProblem.NO_SUCH_FONDS, number));
    }

    /**
     * Opens a fonds.
     *
     * @param creator what the body is called
     * @throws Malformed when the number is not a letter and three letters or digits, or something is missing
     * @throws Refused when the number is taken
     */
    public Fonds open(Handle transaction, Actor by, String number, Description told, Creator creator) {
        var clean = number.strip().toUpperCase(java.util.Locale.ROOT);
        if (!NUMBER.matcher(clean).matches()) {
            throw new Malformed(FondsProblem.NUMBER_MALFORMED, number);
        }
        requireTold(told);
        var added = transaction
                .createUpdate("""
                        insert into fonds (number, kind, title, note, opened_on, changed_at, changed_by, version)
                        values (:number, :kind, :title, :note, :openedOn, :now, :by, 1) on conflict do nothing
                        """)
                .bind("number", clean)
                .bind("kind", told.kind().name())
                .bind("title", told.title().strip())
                .bind("note", told.note().strip())
                .bind("openedOn", told.openedOn().orElse(null))
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("by", by.name())
                .execute();
        if (added == 0) {
            throw new Refused(FondsProblem.NUMBER_TAKEN, clean);
        }
        record(
                transaction,
                by,
                clean,
                Map.of("deed", "open", "title", told.title().strip()));
        return rename(transaction, by, clean, creator);
    }

    /**
     * Describes a fonds anew.
     *
     * @param version the version that the caller has seen
     * @throws Refused when somebody else changed it meanwhile
     */
    public Fonds describe(Handle transaction, Actor by, String number, long version, Description told) {
        requireTold(told);
        var before = get(transaction, number);
        var changed = transaction
                .createUpdate("""
                        update fonds set kind = :kind, title = :title, note = :note, opened_on = :openedOn,
                            changed_at = :now, changed_by = :by, version = version + 1
                        where number = :number and version = :version
                        """)
                .bind("number", number)
                .bind("version", version)
                .bind("kind", told.kind().name())
                .bind("title", told.title().strip())
                .bind("note", told.note().strip())
                .bind("openedOn", told.openedOn().orElse(null))
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("by", by.name())
                .execute();
        if (changed == 0) {
            throw new Refused(FondsProblem.FONDS_CHANGED_BY_ANOTHER);
        }
        record(
                transaction,
                by,
                number,
                Map.of(
                        "deed",
                        "describe",
                        "before",
                        before.title(),
                        "after",
                        told.title().strip()));
        return get(transaction, number);
    }

    /**
     * Writes down what the body is called from a day on. Older names stay.
     *
     * @throws Malformed when the name is missing
     * @throws Refused when it has a name from that day already
     */
    public Fonds rename(Handle transaction, Actor by, String number, Creator creator) {
        if (creator.name().isBlank()) {
            throw new Malformed(FondsProblem.NAME_MISSING);
        }
        get(transaction, number);
        var added = transaction
                .createUpdate("""
                        insert into fonds_creator (id, fonds, name, from_on, basis)
                        values (:id, :fonds, :name, :fromOn, :basis) on conflict do nothing
                        """)
                .bind("id", UUID.randomUUID())
                .bind("fonds", number)
                .bind("name", creator.name().strip())
                .bind("fromOn", creator.fromOn())
                .bind("basis", creator.basis().strip())
                .execute();
        if (added == 0) {
            throw new Refused(FondsProblem.TWO_NAMES_ON_ONE_DAY, creator.fromOn());
        }
        record(
                transaction,
                by,
                number,
                Map.of(
                        "deed", "rename",
                        "name", creator.name().strip(),
                        "from", creator.fromOn().toString()));
        return get(transaction, number);
    }

    /**
     * Closes a fonds after a day, or opens it again.
     *
     * @param lastDay the last day on which something is filed into it; nothing to open it again
     * @throws Malformed when the reason is missing
     * @throws Refused when the day lies before the day it was opened
     */
    public Fonds close(Handle transaction, Actor by, String number, Optional<LocalDate> lastDay, String reason) {
        if (reason.isBlank()) {
            throw new Malformed(FondsProblem.REASON_MISSING);
        }
        var fonds = get(transaction, number);
        var opened = fonds.openedOn().orElse(LocalDate.MIN);
        lastDay.filter(day -> day.isBefore(opened)).ifPresent(day -> {
            throw new Refused(FondsProblem.CLOSED_BEFORE_OPENED, day, opened);
        });
        transaction
                .createUpdate("""
                        update fonds set closed_on = :closedOn, changed_at = :now, changed_by = :by, version = version + 1
                        where number = :number
                        """)
                .bind("number", number)
                .bind("closedOn", lastDay.orElse(null))
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("by", by.name())
                .execute();
        record(
                transaction,
                by,
                number,
                Map.of(
                        "deed", lastDay.isPresent() ? "close" : "reopen",
                        "until", lastDay.map(LocalDate::toString).orElse(""),
                        "reason", reason.strip()));
        return get(transaction, number);
    }

    private static void requireTold(Description told) {
        if (told.title().isBlank()) {
            throw new Malformed(FondsProblem.TITLE_MISSING);
        }
    }

    private void record(Handle transaction, Actor by, String number, Map<String, String> detail) {
        audit.record(transaction, by, AuditAction.FONDS_CHANGED, new Subject("fonds", number), detail);
    }

    private static Fonds fonds(Handle handle, ResultSet row) throws SQLException {
        var number = row.getString("number");
        var creators = handle.createQuery("select * from fonds_creator where fonds = :fonds order by from_on")
                .bind("fonds", number)
                .map((creator, _) -> new Creator(
                        creator.getString("name"),
                        creator.getObject("from_on", LocalDate.class),
                        creator.getString("basis")))
                .list();
        return new Fonds(
                number,
                FondsKind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getString("note"),
                Optional.ofNullable(row.getObject("opened_on", LocalDate.class)),
                Optional.ofNullable(row.getObject("closed_on", LocalDate.class)),
                creators,
                row.getLong("version"));
    }
}
