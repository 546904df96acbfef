package lantai.ingest.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import lantai.account.SignedIn;
import lantai.audit.Actor;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.ingest.job.JobKind;
import lantai.ingest.job.JobQueue;
import lantai.ingest.job.Priority;
import lantai.policy.PolicyCentre;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import lantai.record.StagedItems;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Where archivists hand in catalogues and decide on them. Nothing becomes visible before {@link #apply}, and then all at once; until
 * then an import can be given up, and afterwards undone as long as nobody has done anything with its entries.
 */
public final class CatalogueDesk {
    private final Doors doors;

    /** The doors that the desk goes through. */
    public record Doors(
            Jdbi jdbi,
            CatalogueFiles files,
            CatalogueImports imports,
            CatalogueRows rows,
            Entries entries,
            StagedItems staged,
            RuleBook rules,
            RowJudge judge,
            PolicyCentre policies,
            JobQueue jobs,
            AuditTrail audit) {}

    public CatalogueDesk(Doors doors) {
        this.doors = doors;
    }

    /** {@return the imports, to be looked at} */
    public CatalogueImports imports() {
        return doors.imports();
    }

    /** {@return the rows of imports, to be looked at} */
    public CatalogueRows rows() {
        return doors.rows();
    }

    /** {@return the catalogues as they came, to be looked at} */
    public CatalogueFiles files() {
        return doors.files();
    }

    /**
     * Takes a catalogue in.
     *
     * @param name of its file, without folders
     * @return its id
     * @throws Malformed when it is empty or too large
     * @throws IOException when the stream breaks off; nothing was taken in then
     */
    public UUID receive(SignedIn who, String name, InputStream bytes) throws IOException {
        var id = UUID.randomUUID();
        doors.files().keep(id, bytes);
        doors.jdbi().useTransaction(transaction -> {
            doors.imports().add(transaction, who, id, name);
            order(transaction, id);
            record(transaction, who, AuditAction.CATALOGUE_RECEIVED, id, Map.of("file", name));
        });
        return id;
    }

    /** {@return what the rule in force says} */
    public CatalogueRule rule(Handle handle) {
        return CatalogueRule.parse(
                doors.policies().inForce(handle, CatalogueRule.POLICY).content());
    }

    /**
     * A row as it would become.
     *
     * @param values by field
     */
    public record Preview(int row, Map<CatalogueField, String> values, List<Finding> findings) {}

    /** {@return the first rows as they would become, judged like all of them in the check; nothing is kept of it} */
    public List<Preview> preview(Handle handle, CatalogueImport of, int most) {
        var heading = of.mapping().heading();
        var rows = doors.files().first(of.id(), most + heading + 1).stream()
                .filter(row -> row.number() > heading)
                .limit(most)
                .toList();
        var judged = doors.judge().pass(of, doors.rules().today(handle)).judge(handle, rows);
        return rows.stream().map(row -> preview(of, row, judged)).toList();
    }

    private static Preview preview(CatalogueImport of, CatalogueFiles.Row row, RowJudge.Outcome judged) {
        var values = of.mapping().read(row.cells());
        values.computeIfPresent(CatalogueField.PERSON_ID, (_, number) -> Finding.masked(number));
        judged.rows().stream()
                .filter(one -> one.row() == row.number())
                .flatMap(one -> one.entry().stream())
                .forEach(entry -> values.putAll(Shown.values(entry)));
        return new Preview(
                row.number(),
                values,
                judged.findings().stream()
                        .filter(finding -> finding.row() == row.number())
                        .toList());
    }

    /** {@return how many rows of a table are below its headings: of each of them something becomes of a record} */
    public int records(CatalogueImport of) {
        var looked = Stream.of(RowState.values()).mapToInt(of::rows).sum();
        if (looked > 0) {
            return looked;
        }
        var heading = of.mapping().heading();
        var above = (int) doors.files().first(of.id(), heading).stream()
                .filter(row -> row.number() <= heading)
                .count();
        return Math.max(0, of.rowCount() - Math.max(above, Math.min(heading, 1)));
    }

    /** {@return the heading of each column as it stands in the table; none when the table is not kept any more} */
    public List<String> headings(CatalogueImport of) {
        return doors.files().first(of.id(), of.mapping().heading()).stream()
                .filter(row -> row.number() == of.mapping().heading())
                .findFirst()
                .map(CatalogueFiles.Row::cells)
                .orElse(List.of());
    }

    /**
     * Says what the columns mean.
     *
     * @param version the one that the archivist saw
     */
    public void map(Handle transaction, UUID id, int version, Mapping mapping) {
        var seen = doors.imports().take(transaction, id);
        if (seen.version() != version) {
            throw new Refused(CatalogueProblem.CHANGED_BY_ANOTHER);
        }
        if (seen.state() == ImportState.CHECKED) {
            doors.rows().forget(transaction, id);
            doors.staged().discard(transaction, id);
            doors.imports().move(transaction, id, Set.of(ImportState.CHECKED), ImportState.READ, "");
        } else if (seen.state() != ImportState.READ) {
            throw notNow(seen);
        }
        doors.imports().map(transaction, doors.imports().get(transaction, id), mapping);
    }

    /**
     * Has every row looked at. What the headings mean is remembered.
     *
     * @throws Malformed when the columns cannot be understood so
     * @throws Refused when it is not the time for it
     */
    public void check(Handle transaction, SignedIn who, UUID id) {
        var seen = doors.imports().take(transaction, id);
        seen.mapping().require(rule(transaction));
        move(transaction, seen, EnumSet.of(ImportState.READ, ImportState.CHECKED), ImportState.CHECKING);
        doors.files().first(id, seen.mapping().heading()).stream()
                .filter(row -> row.number() == seen.mapping().heading())
                .findFirst()
                .ifPresent(row -> doors.imports()
                        .remember(
                                transaction,
                                row.cells(),
                                seen.mapping(),
                                who.account().name()));
        order(transaction, id);
    }

    /**
     * Makes the entries visible, all at once.
     *
     * @throws Refused when findings are open, there is nothing to take over, or it is not the time for it
     */
    public void apply(Handle transaction, SignedIn who, UUID id) {
        var seen = doors.imports().take(transaction, id);
        if (seen.errors() > 0) {
            throw new Refused(CatalogueProblem.FINDINGS_OPEN, seen.errors());
        }
        if (seen.state() == ImportState.CHECKED && seen.rows(RowState.NEW) == 0) {
            throw new Refused(CatalogueProblem.NOTHING_TO_TAKE_OVER);
        }
        move(transaction, seen, Set.of(ImportState.CHECKED), ImportState.APPLYING);
        doors.imports().applied(transaction, id, who.account().name());
        order(transaction, id);
    }

    /** Gives an import up of which nothing is visible. */
    public void cancel(Handle transaction, SignedIn who, UUID id) {
        var seen = doors.imports().take(transaction, id);
        if (!seen.state().isCancellable()) {
            throw notNow(seen);
        }
        giveUp(transaction, seen);
        record(transaction, who, AuditAction.CATALOGUE_IMPORT_CANCELLED, id, Map.of("file", seen.title()));
    }

    private void giveUp(Handle transaction, CatalogueImport seen) {
        doors.imports().move(transaction, seen.id(), Set.of(seen.state()), ImportState.CANCELLED, "");
        doors.rows().forget(transaction, seen.id());
        doors.staged().discard(transaction, seen.id());
        order(transaction, seen.id());
    }

    /**
     * Gives up several imports before anything of them became visible; those for which it is too late are left alone.
     *
     * @return how many were given up
     */
    public int cancel(Handle transaction, SignedIn who, List<UUID> ids) {
        var waiting = ids.stream()
                .distinct()
                .sorted()
                .filter(id -> doors.imports().take(transaction, id).state().isCancellable())
                .toList();
        waiting.forEach(id -> cancel(transaction, who, id));
        return waiting.size();
    }

    /**
     * Gives up what has waited for a person longer than the rule allows.
     *
     * @return how many were given up
     */
    public int expire() {
        return doors.jdbi().inTransaction(transaction -> {
            var days = rule(transaction).keepDays();
            var stale = days == 0 ? List.<UUID>of() : doors.imports().untouched(transaction, days);
            for (var id : stale) {
                var seen = doors.imports().take(transaction, id);
                giveUp(transaction, seen);
                doors.audit()
                        .record(
                                transaction,
                                Actor.SYSTEM,
                                AuditAction.CATALOGUE_IMPORT_CANCELLED,
                                Subject.of("catalogue-import", id),
                                Map.of("file", seen.title(), "days", Integer.toString(days)));
            }
            return stale.size();
        });
    }

    /**
     * Takes the entries of an import out of the register again.
     *
     * @throws Refused when somebody has done something with one of them, or it is not the time for it
     * @throws Malformed when the reason is missing
     */
    public void undo(Handle transaction, SignedIn who, UUID id, String reason) {
        if (reason.isBlank()) {
            throw new Malformed(CatalogueProblem.REASON_MISSING);
        }
        var seen = doors.imports().take(transaction, id);
        var used = doors.entries().inUse(transaction, id);
        if (used > 0) {
            throw new Refused(CatalogueProblem.ENTRIES_IN_USE, used);
        }
        move(transaction, seen, Set.of(ImportState.APPLIED), ImportState.UNDOING);
        order(transaction, id);
        record(
                transaction,
                who,
                AuditAction.CATALOGUE_IMPORT_UNDONE,
                id,
                Map.of("file", seen.title(), "reason", reason.strip()));
    }

    private void move(Handle transaction, CatalogueImport seen, Set<ImportState> from, ImportState to) {
        if (!doors.imports().move(transaction, seen.id(), from, to, "")) {
            throw notNow(seen);
        }
    }

    private static Refused notNow(CatalogueImport seen) {
        return new Refused(CatalogueProblem.NOT_NOW, seen.state().name());
    }

    private void order(Handle transaction, UUID id) {
        doors.jobs().order(transaction, JobKind.IMPORT_CATALOGUE, id, Priority.INTERACTIVE);
    }

    private void record(Handle transaction, SignedIn who, AuditAction action, UUID id, Map<String, String> detail) {
        doors.audit().record(transaction, who.actor(), action, Subject.of("catalogue-import", id), detail);
    }
}
