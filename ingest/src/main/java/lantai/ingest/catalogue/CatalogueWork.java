package lantai.ingest.catalogue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lantai.audit.Actor;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.ingest.reader.Readers;
import lantai.ingest.reader.ReadingState;
import lantai.person.PersonRegister;
import lantai.photo.PhotoGroupDesk;
import lantai.problem.Refused;
import lantai.record.Item;
import lantai.record.StagedItems;
import lantai.storage.ArchivalStore;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * What the archive does with an import by itself: open it, look at every row and put it aside, make all of it visible in one
 * transaction, tell the index, or take it out again. Cut off anywhere, it goes on where it stood.
 */
public final class CatalogueWork {
    private static final int CHUNK = 500;
    private static final int HEADING_WITHIN = 20;

    private final Doors doors;
    private final RowJudge judge;

    /** The doors that the work goes through. */
    public record Doors(
            Jdbi jdbi,
            CatalogueFiles files,
            CatalogueImports imports,
            CatalogueRows rows,
            Entries entries,
            StagedItems staged,
            PhotoGroupDesk groups,
            RuleBook rules,
            Readers readers,
            PersonRegister persons,
            ArchivalStore store,
            AuditTrail audit) {}

    public CatalogueWork(Doors doors, RowJudge judge) {
        this.doors = doors;
        this.judge = judge;
    }

    /**
     * Does what is to be done with one import.
     *
     * @throws IOException when a file cannot be read; to be tried again
     */
    public void run(UUID id) throws IOException {
        var goesOn = true;
        while (goesOn) {
            var seen = doors.jdbi().withHandle(handle -> doors.imports().get(handle, id));
            goesOn = switch (seen.state()) {
                case RECEIVED -> read(seen);
                case CHECKING -> check(seen);
                case APPLYING -> apply(seen);
                case APPLIED -> announce(seen);
                case UNDOING -> undo(seen);
                case CANCELLED, UNDONE -> forget(seen);
                case REFUSED, READ, CHECKED -> false;
            };
        }
    }

    private boolean forget(CatalogueImport seen) {
        doors.files().forget(seen.id());
        return false;
    }

    private boolean read(CatalogueImport seen) {
        var id = seen.id();
        var reading =
                doors.readers().sheet(doors.files().source(id), doors.files().rows(id));
        doors.jdbi().useTransaction(transaction -> {
            if (reading.state() == ReadingState.READ) {
                doors.imports().read(transaction, id, reading, proposed(transaction, id, reading.columns()));
            } else {
                doors.imports()
                        .move(
                                transaction,
                                id,
                                Set.of(ImportState.RECEIVED),
                                ImportState.REFUSED,
                                reading.state().code());
            }
        });
        return true;
    }

    /** The row among the first ones whose cells announce most; what such headings meant before counts first. */
    private Mapping proposed(Handle handle, UUID id, int columns) {
        var rule = doors.rules().today(handle).catalogue();
        var best = new Mapping(0, List.of());
        var most = 0L;
        for (var row : doors.files().first(id, HEADING_WITHIN)) {
            var remembered = doors.imports().remembered(handle, row.cells());
            if (remembered.isPresent()) {
                return Mapping.of(row.number(), remembered.get());
            }
            var fields = rule.announced(row.cells());
            var announced =
                    fields.stream().filter(java.util.Optional::isPresent).count();
            if (announced > most) {
                most = announced;
                best = new Mapping(row.number(), fields);
            }
        }
        var names = new ArrayList<>(best.names());
        while (names.size() < columns) {
            names.add("");
        }
        return Mapping.of(best.heading(), names);
    }

    private boolean check(CatalogueImport seen) {
        var id = seen.id();
        var rules = doors.jdbi().inTransaction(transaction -> {
            doors.rows().forget(transaction, id);
            doors.staged().discard(transaction, id);
            return doors.rules().today(transaction);
        });
        var pass = judge.pass(seen, rules);
        try (var rows = doors.files().open(id)) {
            var done = 0;
            while (rows.hasNext()) {
                var chunk = new ArrayList<CatalogueFiles.Row>();
                while (chunk.size() < CHUNK && rows.hasNext()) {
                    var row = rows.next();
                    done++;
                    if (row.number() > seen.mapping().heading()) {
                        chunk.add(row);
                    }
                }
                var soFar = done;
                var goesOn = doors.jdbi().inTransaction(transaction -> {
                    if (!doors.imports().progress(transaction, id, ImportState.CHECKING, soFar)) {
                        return false;
                    }
                    var judged = pass.judge(transaction, chunk);
                    doors.staged().stage(transaction, id, judged.items());
                    doors.rows().add(transaction, id, judged.rows(), judged.findings());
                    return true;
                });
                if (!goesOn) {
                    return true;
                }
            }
        }
        doors.jdbi().useTransaction(transaction -> {
            if (doors.imports()
                    .move(transaction, id, Set.of(ImportState.CHECKING), ImportState.CHECKED, seen.reason())) {
                doors.imports().count(transaction, id, doors.rows().counts(transaction, id));
            }
        });
        return true;
    }

    private boolean apply(CatalogueImport seen) {
        var id = seen.id();
        registerPersons(id);
        try {
            doors.jdbi().useTransaction(transaction -> publish(transaction, id));
        } catch (Refused taken) {
            doors.jdbi()
                    .useTransaction(transaction -> doors.imports()
                            .move(
                                    transaction,
                                    id,
                                    Set.of(ImportState.APPLYING),
                                    ImportState.CHECKING,
                                    "taken-meanwhile"));
        }
        return true;
    }

    private void registerPersons(UUID id) {
        var after = 0;
        while (true) {
            var from = after;
            var last = doors.jdbi().inTransaction(transaction -> {
                var rows = doors.rows().personal(transaction, id, from, CHUNK);
                Map<UUID, UUID> persons = new HashMap<>();
                for (var row : rows) {
                    persons.put(
                            row.item(),
                            doors.persons()
                                    .register(transaction, Actor.SYSTEM, row.number(), row.name())
                                    .id());
                }
                doors.staged().tie(transaction, id, persons);
                return rows.isEmpty() ? -1 : rows.getLast().row();
            });
            if (last < 0) {
                return;
            }
            after = last;
        }
    }

    /** The one short transaction. */
    private void publish(Handle transaction, UUID id) {
        var seen = doors.imports().take(transaction, id);
        if (seen.state() != ImportState.APPLYING) {
            return;
        }
        doors.groups().adopt(transaction, Actor.SYSTEM, id);
        var entries = doors.staged().publish(transaction, id);
        doors.entries().add(transaction, id);
        doors.staged().discard(transaction, id);
        doors.rows().forget(transaction, id);
        doors.imports().move(transaction, id, Set.of(ImportState.APPLYING), ImportState.APPLIED, "");
        doors.audit()
                .record(
                        transaction,
                        Actor.SYSTEM,
                        AuditAction.CATALOGUE_IMPORTED,
                        Subject.of("catalogue-import", id),
                        Map.of(
                                "file", seen.title(),
                                "entries", Integer.toString(entries),
                                "by", seen.appliedBy().orElse("")));
    }

    private boolean announce(CatalogueImport seen) {
        doors.files().forget(seen.id());
        var announced =
                doors.jdbi().inTransaction(transaction -> doors.entries().announce(transaction, seen.id(), CHUNK));
        return announced > 0;
    }

    private boolean undo(CatalogueImport seen) {
        var id = seen.id();
        doors.jdbi().useTransaction(transaction -> {
            doors.imports().take(transaction, id);
            doors.staged()
                    .withdraw(
                            transaction,
                            Actor.SYSTEM,
                            doors.entries().of(transaction, id, Integer.MAX_VALUE),
                            seen.title());
        });
        var done = 0;
        while (true) {
            var items = doors.jdbi().withHandle(handle -> doors.entries().of(handle, id, CHUNK));
            if (items.isEmpty()) {
                break;
            }
            items.stream().map(Item::objectIdOf).forEach(doors.store()::remove);
            done += items.size();
            var soFar = done;
            doors.jdbi().useTransaction(transaction -> {
                doors.entries().forget(transaction, items);
                doors.imports().progress(transaction, id, ImportState.UNDOING, soFar);
            });
        }
        doors.jdbi()
                .useTransaction(transaction ->
                        doors.imports().move(transaction, id, Set.of(ImportState.UNDOING), ImportState.UNDONE, ""));
        return true;
    }
}
