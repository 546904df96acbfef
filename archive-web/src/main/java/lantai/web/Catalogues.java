package lantai.web;

import java.nio.file.Path;
import lantai.ingest.catalogue.CatalogueDesk;
import lantai.ingest.catalogue.CatalogueFiles;
import lantai.ingest.catalogue.CatalogueImports;
import lantai.ingest.catalogue.CatalogueRows;
import lantai.ingest.catalogue.CatalogueWork;
import lantai.ingest.catalogue.Entries;
import lantai.ingest.catalogue.EntryObjects;
import lantai.ingest.catalogue.RowJudge;
import lantai.ingest.catalogue.RuleBook;
import lantai.ingest.reader.Readers;
import lantai.key.KeyRing;
import lantai.record.EncryptionRule;
import lantai.record.StagedItems;

/** Puts together what takes catalogues from outside in. */
final class Catalogues {
    /** The folder of catalogues that are looked at, in the data folder. */
    static final String FOLDER = "catalogues";

    private final Doors doors;
    private final Path temporary;
    private final CatalogueFiles files;
    private final CatalogueImports imports;
    private final CatalogueRows rows;
    private final Entries entries = new Entries();
    private final StagedItems staged;
    private final RuleBook rules;
    private final RowJudge judge;

    /** @param data the data folder */
    Catalogues(Doors doors, KeyRing keys, Path data) {
        this.doors = doors;
        temporary = data.resolve("temporary");
        files = new CatalogueFiles(data.resolve(FOLDER));
        imports = new CatalogueImports(doors.clock);
        rows = new CatalogueRows(keys);
        staged = new StagedItems(doors.clock);
        rules = new RuleBook(doors.policies, doors.scheme, doors.rules, doors.clock, Doors.ZONE);
        judge = new RowJudge(staged, rows, doors.fonds, doors.persons, doors.privacy, rules);
    }

    CatalogueDesk desk() {
        return new CatalogueDesk(new CatalogueDesk.Doors(
                doors.database.jdbi(),
                files,
                imports,
                rows,
                entries,
                staged,
                rules,
                judge,
                doors.policies,
                doors.jobs,
                doors.audit));
    }

    CatalogueWork work(Readers readers) {
        return new CatalogueWork(
                new CatalogueWork.Doors(
                        doors.database.jdbi(),
                        files,
                        imports,
                        rows,
                        entries,
                        staged,
                        doors.photoDesk,
                        rules,
                        readers,
                        doors.persons,
                        doors.store,
                        doors.audit),
                judge);
    }

    EntryObjects objects() {
        return new EntryObjects(
                doors.database.jdbi(),
                doors.items,
                entries,
                doors.store,
                (handle, item) -> EncryptionRule.order(handle, doors.policies, item),
                temporary);
    }
}
