package lantai.ingest.catalogue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lantai.fonds.FondsRegister;
import lantai.ingest.catalogue.CatalogueRows.Beside;
import lantai.ingest.catalogue.CatalogueRows.Judged;
import lantai.ingest.privacy.Evidence;
import lantai.ingest.privacy.PersonalData;
import lantai.ingest.propose.Field;
import lantai.ingest.propose.KindRule;
import lantai.ingest.review.FieldValue;
import lantai.person.IdNumber;
import lantai.person.PersonRegister;
import lantai.record.Item;
import lantai.record.Origin;
import lantai.record.Privacy;
import lantai.record.ReferenceCode;
import lantai.record.StagedItems;
import org.jdbi.v3.core.Handle;

/** Decides what becomes of each row of an import: by its own cells first, then by the rest of the table and the whole archive. */
public final class RowJudge {
    private final StagedItems staged;
    private final CatalogueRows rows;
    private final FondsRegister fonds;
    private final PersonRegister persons;
    private final PersonalData privacy;
    private final RuleBook rules;

    public RowJudge(
            StagedItems staged,
            CatalogueRows rows,
            FondsRegister fonds,
            PersonRegister persons,
            PersonalData privacy,
            RuleBook rules) {
        this.staged = staged;
        this.rows = rows;
        this.fonds = fonds;
        this.persons = persons;
        this.privacy = privacy;
        this.rules = rules;
    }

    /** {@return one way through the rows of an import, from the first on; used by one thread} */
    Pass pass(CatalogueImport of, RowCheck.Rules held) {
        return new Pass(of, new RowCheck(held, of.mapping()));
    }

    /**
     * What came of some rows.
     *
     * @param items what becomes entries
     */
    record Outcome(List<Item> items, List<Judged> rows, List<Finding> findings) {}

    /** One way through the rows of an import; remembers the codes that came by. */
    final class Pass {
        private final CatalogueImport of;
        private final RowCheck check;
        private final Map<String, Integer> rowOfCode = new HashMap<>();
        private final Map<String, Optional<CatalogueProblem>> fondsProblems = new HashMap<>();
        private final Instant now;

        private Pass(CatalogueImport of, RowCheck check) {
            this.of = of;
            this.check = check;
            this.now = rules.clock().instant().truncatedTo(ChronoUnit.MICROS);
        }

        Outcome judge(Handle handle, List<CatalogueFiles.Row> given) {
            var findings = new ArrayList<Finding>();
            var codes = new HashMap<Integer, String>();
            given.forEach(row -> code(row).ifPresent(code -> codes.put(row.number(), code)));
            var there = staged.existing(handle, List.copyOf(codes.values()));
            var used = used(handle, List.copyOf(codes.values()));
            var sound = new ArrayList<Map.Entry<Integer, Entry>>();
            var judged = new ArrayList<Judged>();
            for (var row : given) {
                var checked = check.check(row);
                findings.addAll(checked.findings());
                var code = Optional.ofNullable(codes.get(row.number()));
                var alone = code.filter(text -> isAlone(handle, row.number(), text, findings))
                        .isPresent();
                var spent = code.filter(text -> !there.containsKey(text) && used.contains(text));
                spent.ifPresent(
                        text -> findings.add(check.against(row.number(), text, CatalogueProblem.CODE_USED_BEFORE)));
                checked.entry()
                        .filter(_ -> alone && spent.isEmpty())
                        .ifPresentOrElse(
                                entry -> sound.add(Map.entry(row.number(), entry)), () -> judged.add(faulty(row)));
            }
            var items = new ArrayList<Item>();
            compare(handle, sound, there, items, judged);
            return new Outcome(items, judged, findings);
        }

        private Optional<String> code(CatalogueFiles.Row row) {
            return ReferenceCode.parse(of.mapping().read(row.cells()).getOrDefault(CatalogueField.REFERENCE_CODE, ""))
                    .map(ReferenceCode::text);
        }

        private Judged faulty(CatalogueFiles.Row row) {
            var cells = of.mapping().read(row.cells());
            return new Judged(
                    row.number(),
                    RowState.FAULTY,
                    cells.getOrDefault(CatalogueField.REFERENCE_CODE, ""),
                    cells.getOrDefault(CatalogueField.TITLE, ""),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of());
        }

        private boolean isAlone(Handle handle, int row, String code, List<Finding> findings) {
            var number = code.substring(0, 4);
            var first = rowOfCode.putIfAbsent(code, row);
            if (first != null) {
                findings.add(check.against(row, code, CatalogueProblem.CODE_TWICE, first));
            }
            var problem = fondsProblems.computeIfAbsent(number, _ -> fondsProblem(handle, number));
            problem.ifPresent(why -> findings.add(check.against(row, code, why, number)));
            return first == null && problem.isEmpty();
        }

        private Optional<CatalogueProblem> fondsProblem(Handle handle, String number) {
            return fonds.find(handle, number)
                    .map(found -> found.isOpenOn(rules.day())
                            ? Optional.<CatalogueProblem>empty()
                            : Optional.of(CatalogueProblem.FONDS_CLOSED))
                    .orElse(Optional.of(CatalogueProblem.FONDS_UNKNOWN));
        }

        private void compare(
                Handle handle,
                List<Map.Entry<Integer, Entry>> sound,
                Map<String, Item> there,
                List<Item> items,
                List<Judged> judged) {
            var beside = rows.beside(handle, List.copyOf(there.values()));
            for (var row : sound) {
                var entry = row.getValue();
                var item = there.get(entry.code().text());
                if (item != null) {
                    judged.add(known(handle, row.getKey(), entry, item, Optional.ofNullable(beside.get(item.id()))));
                } else {
                    var fresh = item(handle, entry);
                    items.add(fresh);
                    judged.add(row(row.getKey(), RowState.NEW, entry, Optional.of(fresh.id()), Map.of()));
                }
            }
        }

        /** Codes that no record has and none may get: spent ones, and those reserved for documents that are being filed. */
        private Set<String> used(Handle handle, List<String> codes) {
            var used = staged.used(handle, codes);
            used.addAll(handle.createQuery("select reference_code from document where reference_code = any (:codes)")
                    .bindArray("codes", String.class, codes.toArray())
                    .mapTo(String.class)
                    .list());
            return used;
        }

        private Judged known(Handle handle, int row, Entry entry, Item item, Optional<Beside> beside) {
            var person = item.insuredPersonId().map(id -> persons.get(handle, id));
            var change = Shown.change(
                    Shown.values(item, beside.orElse(Beside.NOTHING), person), Shown.values(entry), beside.isPresent());
            entry.personId()
                    .filter(number -> !item.insuredPersonId()
                            .equals(persons.find(handle, number).map(found -> found.id())))
                    .ifPresent(number -> change.putIfAbsent(
                            CatalogueField.PERSON_ID,
                            List.of(person.map(known -> known.maskedId()).orElse(""), number.masked())));
            return row(
                    row, change.isEmpty() ? RowState.SAME : RowState.DIFFERENT, entry, Optional.of(item.id()), change);
        }

        private Judged row(
                int row, RowState state, Entry entry, Optional<UUID> item, Map<CatalogueField, List<String>> change) {
            return new Judged(row, state, entry.code().text(), entry.title(), Optional.of(entry), item, change);
        }

        private Item item(Handle handle, Entry entry) {
            var id = UUID.randomUUID();
            var item = new Item(
                    id,
                    new ReferenceCode(entry.code().text()),
                    entry.code().text().substring(0, 4),
                    entry.category(),
                    entry.kind().map(KindRule::code).orElse(""),
                    entry.kind().map(KindRule::name).orElse(""),
                    entry.year(),
                    entry.retention(),
                    entry.title(),
                    entry.documentNumber(),
                    entry.responsible(),
                    entry.dated(),
                    of.departmentId(),
                    Optional.empty(),
                    Privacy.UNJUDGED,
                    Origin.PHYSICAL,
                    0,
                    Item.objectIdOf(id),
                    0,
                    now,
                    of.createdBy(),
                    1);
            return item.judged(privacy.judge(handle, new Evidence(item, fields(entry), List.of(), List.of())));
        }

        private static Map<Field, FieldValue> fields(Entry entry) {
            var fields = new EnumMap<Field, FieldValue>(Field.class);
            if (!entry.personName().isEmpty()) {
                fields.put(Field.PERSON_NAME, new FieldValue(entry.personName(), true, List.of()));
            }
            entry.personId()
                    .map(IdNumber::text)
                    .ifPresent(number -> fields.put(Field.PERSON_ID, new FieldValue(number, true, List.of())));
            return fields;
        }
    }
}
