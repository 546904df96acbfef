package lantai.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.account.AccountRegister;
import lantai.audit.Actor;
import lantai.audit.Subject;
import lantai.fonds.Fonds;
import lantai.print.Table;
import lantai.problem.ArchiveException;
import lantai.problem.Damaged;
import lantai.record.Component;
import lantai.record.Item;
import lantai.storage.Fixity;
import lantai.storage.FixityDigest;
import org.jdbi.v3.core.Handle;

/**
 * Packs a list: one package for each record, then catalogue, papers and digests, each read back. The folder gets its name only when it is
 * whole; cut off anywhere, the work begins anew. What cannot be packed sends the list back one step and says why.
 */
public final class TransferWork {
    private static final Logger LOG = System.getLogger(TransferWork.class.getName());

    private final TransferRows rows = new TransferRows();
    private final EepCheck check = new EepCheck();
    private final TransferDoors doors;
    private final AccountRegister accounts;
    private final InstantSource clock;

    public TransferWork(TransferDoors doors, AccountRegister accounts, InstantSource clock) {
        this.doors = doors;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Does what is left to do for a list: packs it, or clears its package away when it was sent back or given up.
     *
     * @throws IOException or any unchecked exception to be tried again later
     */
    public void run(UUID id) throws IOException {
        var list = doors.jdbi().withHandle(handle -> rows.get(handle, id));
        var unfinished = doors.root().resolve('.' + list.number());
        Folder.delete(unfinished);
        switch (list.state()) {
            case PACKING -> packAll(list, unfinished);
            case DRAFT, SUBMITTED, CHECKED, APPROVED, CANCELLED ->
                Folder.delete(doors.root().resolve(list.number()));
            case PACKED, HANDED_OVER, RECEIPTED -> {}
        }
    }

    private void packAll(TransferList list, Path unfinished) throws IOException {
        try {
            doors.jdbi().useTransaction(transaction -> none(transaction, list.id()));
            Files.createDirectories(unfinished);
            if (pack(list, new Medium(unfinished))) {
                finish(list, unfinished);
            }
        } catch (ArchiveException broken) {
            LOG.log(Level.ERROR, "transfer list " + list.number() + " cannot be packed", broken);
            fail(list.id(), broken);
            Folder.delete(doors.root().resolve(list.number()));
        } finally {
            Folder.delete(unfinished);
        }
    }

    private static void none(Handle transaction, UUID id) {
        transaction
                .createUpdate("update transfer_list set packed = 0 where id = :id")
                .bind("id", id)
                .execute();
    }

    /** {@return false when it was given up meanwhile} */
    private boolean pack(TransferList list, Medium medium) throws IOException {
        var rule = doors.jdbi().withHandle(doors.rules()::rule);
        for (var entry : entries(list)) {
            var facts = doors.jdbi().withHandle(handle -> facts(handle, list, entry, rule));
            var path = Medium.path(entry, facts.item().category().name());
            var fixity = pack(medium, path, facts, rule.embedded());
            var goesOn = doors.jdbi()
                    .inTransaction(transaction -> packed(
                            transaction, list, entry.item(), new TransferEntry.Packed(path, fixity), facts.secrecy()));
            if (!goesOn) {
                return false;
            }
        }
        medium.catalogue(list, entries(list));
        return true;
    }

    private List<TransferEntry> entries(TransferList list) {
        return doors.jdbi().withHandle(handle -> rows.entries(handle, list.id()));
    }

    private Fixity pack(Medium medium, String path, EepFacts facts, long embedded) throws IOException {
        var item = facts.item();
        var writer = new EepWriter(facts, component -> stored(item, component), embedded);
        medium.write(path, writer::write);
        var eep = medium.file(path);
        for (var component : facts.components()) {
            if (writer.isBeside(component)) {
                var beside = Medium.beside(eep).resolve("%03d-%s".formatted(component.ordinal(), component.name()));
                Files.createDirectories(beside.getParent());
                try (var in = stored(item, component)) {
                    Files.copy(in, beside);
                }
                same(item, component, FixityDigest.of(beside));
            }
        }
        EepSeal.seal(eep, doors.key(), facts.creator(), facts.madeAt());
        readBack(eep, facts);
        return FixityDigest.of(eep);
    }

    private InputStream stored(Item item, Component component) throws IOException {
        try {
            return doors.store().read(item.objectId(), component.path());
        } catch (Damaged noGoodCopy) {
            throw differs(item, component, noGoodCopy);
        }
    }

    private static Damaged differs(Item item, Component component, Exception cause) {
        var damaged =
                new Damaged(TransferProblem.BYTES_DIFFER, item.referenceCode().text(), component.name());
        damaged.initCause(cause);
        return damaged;
    }

    private static void same(Item item, Component component, Fixity found) {
        if (!found.equals(component.fixity())) {
            throw new Damaged(TransferProblem.BYTES_DIFFER, item.referenceCode().text(), component.name());
        }
    }

    private void readBack(Path eep, EepFacts facts) throws IOException {
        var code = facts.item().referenceCode().text();
        var faults = check.faults(eep);
        if (!faults.isEmpty()) {
            throw new Damaged(TransferProblem.PACKAGE_INVALID, code, faults.getFirst());
        }
        if (!EepSeal.state(eep).equals(new EepSeal.State.Whole(doors.key().id()))) {
            throw new Damaged(TransferProblem.SIGNATURE_WRONG, code);
        }
        var held = check.files(eep);
        for (var i = 0; i < facts.components().size(); i++) {
            var component = facts.components().get(i);
            if (held.size() != facts.components().size() || !held.get(i).is(component.fixity())) {
                throw new Damaged(TransferProblem.BYTES_DIFFER, code, component.name());
            }
        }
    }

    private EepFacts facts(Handle handle, TransferList list, TransferEntry entry, TransferRules.Transfers rule) {
        var item = doors.items().get(handle, entry.item());
        var components = doors.items().components(handle, item.id());
        var fonds = doors.fonds().find(handle, item.fonds());
        var creator = fonds.map(Fonds::creator).filter(name -> !name.isEmpty()).orElse(item.fonds());
        var values = doors.descriptions().whole(handle, item, components);
        return new EepFacts(
                item,
                components,
                values,
                list.archive(),
                fonds.map(Fonds::title).orElse(""),
                creator,
                entry.opinion().orElseThrow(),
                deeds(handle, list, entry, item),
                values.getOrDefault("security", rule.secrecy()),
                list.carrier().number(),
                clock.instant());
    }

    private List<EepFacts.Deed> deeds(Handle handle, TransferList list, TransferEntry entry, Item item) {
        var deeds = new ArrayList<EepFacts.Deed>();
        deeds.add(new EepFacts.Deed("归档", item.filedBy(), item.filedAt(), ""));
        entry.opinion()
                .ifPresent(opened -> deeds.add(new EepFacts.Deed("开放审核", opened.by(), opened.at(), opened.reason())));
        list.check()
                .report()
                .map(id -> doors.checks().reports().get(handle, id))
                .ifPresent(report ->
                        deeds.add(new EepFacts.Deed("四性检测", report.writtenBy(), report.finishedAt(), report.number())));
        list.approvedAt()
                .ifPresent(at -> deeds.add(
                        new EepFacts.Deed("移交批准", name(handle, list.process().approver()), at, list.number())));
        return deeds;
    }

    private String name(Handle handle, Optional<UUID> account) {
        return account.map(id -> accounts.get(handle, id).name()).orElse("system");
    }

    private static boolean packed(
            Handle transaction, TransferList list, UUID item, TransferEntry.Packed packed, String secrecy) {
        transaction
                .createUpdate("""
                        update transfer_entry set path = :path, sha256 = :sha256, sm3 = :sm3, size = :size, secrecy = :secrecy
                        where list_id = :list and item_id = :item
                        """)
                .bind("path", packed.path())
                .bind("sha256", packed.fixity().sha256())
                .bind("sm3", packed.fixity().sm3())
                .bind("size", packed.fixity().size())
                .bind("secrecy", secrecy)
                .bind("list", list.id())
                .bind("item", item)
                .execute();
        return transaction
                        .createUpdate(
                                "update transfer_list set packed = packed + 1 where id = :id and state = 'PACKING'")
                        .bind("id", list.id())
                        .execute()
                == 1;
    }

    private void finish(TransferList list, Path unfinished) throws IOException {
        var medium = new Medium(unfinished);
        var entries = entries(list);
        medium.write(Medium.OTHER + "/电子文件封装包-DA-T48-2009.xsd", out -> {
            try (var in = EepCheck.schemaStream()) {
                in.transferTo(out);
            }
        });
        medium.text(Medium.OTHER + "/命名规则.txt", doors.papers().naming());
        var report = list.check().report();
        if (report.isPresent()) {
            medium.text(
                    Medium.OTHER + "/四性检测报告.json",
                    doors.jdbi().withHandle(handle -> doors.checks().reports().text(handle, report.get())));
        }
        for (var kind :
                List.of(TransferPapers.Kind.CATALOGUE, TransferPapers.Kind.OPINIONS, TransferPapers.Kind.RECEIPT)) {
            medium.paper(paper(list.id(), kind, entries));
        }
        medium.text(Medium.NOTE, doors.papers().note(list, entries, total(unfinished)));
        var digests = medium.digests();
        var wrong = medium.differences();
        if (!wrong.isEmpty()) {
            throw new Damaged(TransferProblem.BYTES_DIFFER, list.number(), wrong.getFirst());
        }
        var bundle = new Fixity(digests.sha256(), digests.sm3(), total(unfinished));
        var at = clock.instant();
        noteBundle(list.id(), bundle, Folder.fixities(unfinished).size() + 2, at);
        medium.paper(paper(list.id(), TransferPapers.Kind.REGISTER, entries));
        var whole = doors.root().resolve(list.number());
        Folder.delete(whole);
        Files.move(unfinished, whole, StandardCopyOption.ATOMIC_MOVE);
        doors.jdbi()
                .useTransaction(transaction -> end(transaction, list.id(), true, Map.of("files", "" + entries.size())));
    }

    private Table paper(UUID id, TransferPapers.Kind kind, List<TransferEntry> entries) {
        return doors.jdbi().withHandle(handle -> doors.papers().paper(handle, kind, rows.get(handle, id), entries));
    }

    private static long total(Path folder) throws IOException {
        return Folder.fixities(folder).values().stream().mapToLong(Fixity::size).sum();
    }

    private void noteBundle(UUID id, Fixity bundle, int files, Instant at) {
        doors.jdbi()
                .useTransaction(transaction -> transaction
                        .createUpdate("""
                                update transfer_list set packed_at = :at, package_sha256 = :sha256, package_sm3 = :sm3,
                                    package_bytes = :bytes, package_files = :files where id = :id
                                """)
                        .bind("at", at.atOffset(ZoneOffset.UTC))
                        .bind("sha256", bundle.sha256())
                        .bind("sm3", bundle.sm3())
                        .bind("bytes", bundle.size())
                        .bind("files", files)
                        .bind("id", id)
                        .execute());
    }

    private void fail(UUID id, ArchiveException broken) {
        doors.jdbi().useTransaction(transaction -> {
            TransferDesk.remark(transaction, id, doors.papers().told(broken));
            end(transaction, id, false, Map.of("problem", broken.problem().name()));
        });
    }

    /** Nothing when it was given up meanwhile. */
    private void end(Handle transaction, UUID id, boolean whole, Map<String, String> detail) {
        var list = rows.locked(transaction, id);
        if (list.state() != TransferState.PACKING) {
            return;
        }
        var now = TransferContent.of(transaction, list).fixity().sha256();
        var deed = new TransferDeed.FinishPacking(whole, now);
        rows.save(transaction, id, list.process().after(deed), list.sm3());
        var told = new HashMap<>(detail);
        told.put("list", list.number());
        told.put("whole", Boolean.toString(whole));
        doors.audit()
                .record(transaction, Actor.SYSTEM, TransferDesk.action(deed), Subject.of("transfer-list", id), told);
    }
}
