package lantai.ingest.filing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lantai.audit.Actor;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.check.Content;
import lantai.check.FilingCheck;
import lantai.classification.Category;
import lantai.fault.FaultPoint;
import lantai.fault.Faults;
import lantai.ingest.check.ReceiptContents;
import lantai.ingest.index.ItemTexts;
import lantai.ingest.intake.Batches;
import lantai.ingest.intake.ReceivedFile;
import lantai.ingest.intake.ReceivedFiles;
import lantai.ingest.pipeline.ParticularPolicy;
import lantai.ingest.pipeline.Rules;
import lantai.ingest.pipeline.WorkFolder;
import lantai.ingest.privacy.Evidence;
import lantai.ingest.privacy.PersonalData;
import lantai.ingest.propose.Described;
import lantai.ingest.propose.Field;
import lantai.ingest.propose.KindRule;
import lantai.ingest.reader.Reading;
import lantai.ingest.review.Document;
import lantai.ingest.review.DocumentPage;
import lantai.ingest.review.DocumentState;
import lantai.ingest.review.Documents;
import lantai.ocr.PageText;
import lantai.person.IdNumber;
import lantai.person.PersonRegister;
import lantai.photo.PhotoGroups;
import lantai.record.CodeGaps;
import lantai.record.Component;
import lantai.record.Encryption;
import lantai.record.Item;
import lantai.record.ItemPage;
import lantai.record.ItemRegister;
import lantai.record.Origin;
import lantai.record.Privacy;
import lantai.record.ReferenceCode;
import lantai.retention.RetentionPeriod;
import lantai.storage.ArchivalStore;
import lantai.storage.Fixity;
import lantai.storage.FixityDigest;
import lantai.storage.Staging;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Writes one document into the archive. The order is fixed: object durable and read back, then the light check, then item, report,
 * audit entry and index order in one transaction; or, when the check stops it, back to the desk. Cut off anywhere, it is done again from the start and ends the same.
 */
public final class FilingWork {
    private final PhotoGroups groups = new PhotoGroups();
    private final Doors doors;
    private final InstantSource clock;
    private final ItemParticulars particulars = new ItemParticulars();

    /** The doors that filing goes through. */
    public record Doors(
            Jdbi jdbi,
            Documents documents,
            Batches batches,
            ReceivedFiles files,
            Staging staging,
            ArchivalStore store,
            WorkFolder work,
            Rules rules,
            ParticularPolicy particulars,
            PersonRegister persons,
            ItemRegister items,
            PersonalData privacy,
            FilingCheck check,
            CodeGaps gaps,
            EntryBeside entries,
            Encryption encryption,
            AuditTrail audit,
            Path temporary) {}

    public FilingWork(Doors doors, InstantSource clock) {
        this.doors = doors;
        this.clock = clock;
    }

    /**
     * Files one document, unless it is filed already.
     *
     * @throws IOException when its object cannot be put together; to be tried again
     */
    public void run(UUID id) throws IOException {
        var document = doors.jdbi().withHandle(handle -> doors.documents().get(handle, id));
        if (document.state() != DocumentState.FILING) {
            return;
        }
        var components = components(document);
        var pages = pages(document, components);
        var entry = doors.jdbi().withHandle(handle -> doors.items().find(handle, id));
        var item =
                doors.jdbi().inTransaction(transaction -> item(transaction, document, components, pages.size(), entry));
        var folder = Files.createTempDirectory(doors.temporary(), "filing");
        int version;
        try {
            version = store(item, parts(document, item, components, pages, folder), entry.isPresent());
        } finally {
            delete(folder);
        }
        var masters = components.values().stream().map(Master::component).toList();
        var filed = item.storedAs(version);
        var checked = doors.jdbi()
                .withHandle(handle -> doors.check().look(handle, filed, masters, pages, known(components.values())));
        if (checked.obstacle().isPresent()) {
            withdraw(filed, entry);
            doors.jdbi()
                    .useTransaction(transaction -> sendBack(transaction, document, filed, checked, entry.isPresent()));
        } else {
            var record = new Filed(filed, masters, pages, checked, entry.isPresent());
            doors.jdbi().useTransaction(transaction -> {
                Faults.before(FaultPoint.REGISTER);
                register(transaction, document, record);
                Faults.after(FaultPoint.REGISTER);
                Faults.before(FaultPoint.FILE);
            });
            Faults.after(FaultPoint.FILE);
        }
    }

    /** An entry of a catalogue has its object already; its pages are the next version. {@return the version} */
    private int store(Item item, List<ArchivalStore.Part> parts, boolean isEntry) {
        if (isEntry && doors.store().holds(item.objectId())) {
            return doors.store().add(item.objectId(), parts, "hooked", item.filedBy(), clock.instant());
        }
        var order = doors.jdbi().withHandle(handle -> doors.encryption().order(handle, item));
        doors.store().put(item.objectId(), parts, order, "filing", item.filedBy(), item.filedAt());
        return 1;
    }

    /** The object becomes what it was before: nothing, or what tells of the entry without its pages. */
    private void withdraw(Item item, Optional<Item> entry) {
        var before = entry.map(Item::objectVersion).orElse(0);
        if (before == 0) {
            doors.store().remove(item.objectId());
        } else {
            doors.store().rollBack(item.objectId(), before);
        }
    }

    /** What the readers found when the files came in. */
    private static Map<Integer, Content> known(Collection<Master> masters) {
        var known = new HashMap<Integer, Content>();
        for (var master : masters) {
            ReceiptContents.of(master.file())
                    .ifPresent(content -> known.put(master.component().ordinal(), content));
        }
        return known;
    }

    /** Back to the review desk with the report. A number stays an explained gap; an entry keeps its own. */
    private void sendBack(
            Handle transaction, Document document, Item item, FilingCheck.Checked checked, boolean isEntry) {
        doors.check().report(transaction, checked);
        if (isEntry) {
            doors.documents().part(transaction, document);
            return;
        }
        doors.documents().release(transaction, document);
        doors.gaps()
                .leave(
                        transaction,
                        Actor.SYSTEM,
                        CodeGaps.Kind.WITHDRAWN,
                        item.referenceCode(),
                        checked.obstacle().orElseThrow());
    }

    /**
     * A record that may be filed.
     *
     * @param isEntry whether a catalogue told of it before
     */
    private record Filed(
            Item item, List<Component> masters, List<ItemPage> pages, FilingCheck.Checked checked, boolean isEntry) {}

    private void register(Handle transaction, Document document, Filed filed) {
        var item = filed.item();
        doors.documents().change(transaction, document, document.fields(), DocumentState.FILED);
        if (filed.isEntry()) {
            doors.items().hook(transaction, item, filed.masters(), filed.pages());
        } else {
            doors.items().add(transaction, item, filed.masters(), filed.pages());
        }
        var rules = doors.particulars().rules(transaction);
        particulars.write(transaction, item.id(), ItemParticulars.of(document, item.kind(), rules), rules);
        doors.check().report(transaction, filed.checked());
        doors.audit()
                .record(
                        transaction,
                        Actor.SYSTEM,
                        filed.isEntry() ? AuditAction.ENTRY_HOOKED : AuditAction.ITEM_FILED,
                        Subject.of("item", item.id()),
                        Map.of("referenceCode", item.referenceCode().text(), "object", item.objectId()));
    }

    /** The received files of a document in the order of its pages, as masters. */
    private Map<UUID, Master> components(Document document) {
        var ids = document.pages().stream().map(DocumentPage::fileId).distinct().toList();
        return doors.jdbi().withHandle(handle -> {
            var files =
                    doors.files().all(handle, ids).stream().collect(Collectors.toMap(ReceivedFile::id, file -> file));
            Map<UUID, Master> masters = new LinkedHashMap<>();
            for (var id : ids) {
                var file = Optional.ofNullable(files.get(id)).orElseThrow();
                var sm3 = handle.createQuery("select sm3 from staged_object where sha256 = :sha256")
                        .bind("sha256", file.sha256())
                        .mapTo(String.class)
                        .one();
                var component = new Component(
                        masters.size() + 1,
                        file.name(),
                        new Fixity(file.sha256(), sm3, file.size()),
                        file.mime(),
                        file.puid(),
                        file.formatName());
                masters.put(id, new Master(file, component));
            }
            return masters;
        });
    }

    private static List<ItemPage> pages(Document document, Map<UUID, Master> components) {
        List<ItemPage> pages = new ArrayList<>();
        for (var page : document.pages()) {
            if (page.filePage() > 0) {
                var component = Optional.ofNullable(components.get(page.fileId()))
                        .orElseThrow()
                        .component();
                pages.add(new ItemPage(pages.size() + 1, component.ordinal(), page.filePage(), page.turn()));
            }
        }
        return pages;
    }

    private Item item(
            Handle transaction, Document document, Map<UUID, Master> components, int pageCount, Optional<Item> entry) {
        var item = entry.map(there -> there.withPages(pageCount))
                .orElseGet(() -> unjudged(transaction, document, pageCount));
        var files = components.values().stream()
                .map(master -> master.component().name())
                .toList();
        var read = document.pages().stream().map(this::read).toList();
        var texts = IntStream.range(0, read.size())
                .mapToObj(place -> text(document.pages().get(place), read.get(place)))
                .toList();
        return item.judged(doors.privacy().judge(transaction, new Evidence(item, document.fields(), files, texts)))
                .made(origin(document, item, components, read));
    }

    private Optional<PageText> read(DocumentPage page) {
        return page.filePage() == 0 ? Optional.empty() : doors.work().page(page.fileId(), page.filePage());
    }

    private Optional<String> text(DocumentPage page, Optional<PageText> read) {
        return page.filePage() == 0 ? Optional.of(doors.work().text(page.fileId())) : read.map(PageText::text);
    }

    /** What somebody has said of an entry stands. */
    private static Origin origin(
            Document document, Item item, Map<UUID, Master> components, List<Optional<PageText>> read) {
        if (item.origin() != Origin.PHYSICAL && item.origin() != Origin.UNKNOWN) {
            return item.origin();
        }
        var sources = components.values().stream()
                .map(master -> Origins.Source.of(master, document.pages(), read))
                .toList();
        return Origins.of(item.category(), sources);
    }

    private Item unjudged(Handle transaction, Document document, int pageCount) {
        var code = new ReferenceCode(document.referenceCode().orElseThrow());
        var kind = doors.rules().kinds().kind(document.value(Field.KIND));
        var batch = doors.batches().get(transaction, document.batchId());
        return new Item(
                document.id(),
                code,
                code.text().substring(0, 4),
                Category.valueOf(document.value(Field.CATEGORY)),
                document.value(Field.KIND),
                kind.map(KindRule::name).orElse(""),
                Integer.parseInt(document.value(Field.YEAR)),
                RetentionPeriod.parse(document.value(Field.RETENTION)).orElseThrow(),
                document.value(Field.TITLE),
                document.value(Field.DOCUMENT_NUMBER),
                document.value(Field.RESPONSIBLE),
                date(document),
                batch.departmentId(),
                person(transaction, document),
                Privacy.UNJUDGED,
                Origin.UNKNOWN,
                pageCount,
                Item.objectIdOf(document.id()),
                1,
                clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS),
                filedBy(transaction, document),
                1);
    }

    private Optional<UUID> person(Handle transaction, Document document) {
        return IdNumber.parse(document.value(Field.PERSON_ID))
                .map(number -> doors.persons()
                        .register(transaction, Actor.SYSTEM, number, document.value(Field.PERSON_NAME))
                        .id());
    }

    private static String filedBy(Handle handle, Document document) {
        return handle.createQuery("""
            select actor_name from audit_entry
            where subject_type = 'document' and subject_id = :id and action = 'DOCUMENT_ACCEPTED'
            order by id desc limit 1
            """)
                .bind("id", document.id().toString())
                .mapTo(String.class)
                .findOne()
                .orElse(Actor.SYSTEM.name());
    }

    private static Optional<LocalDate> date(Document document) {
        return Optional.of(document.value(Field.DATE))
                .filter(text -> !text.isEmpty())
                .map(LocalDate::parse);
    }

    private List<ArchivalStore.Part> parts(
            Document document, Item item, Map<UUID, Master> components, List<ItemPage> pages, Path folder)
            throws IOException {
        List<ArchivalStore.Part> parts = new ArrayList<>();
        for (var master : components.values()) {
            var component = master.component();
            parts.add(new ArchivalStore.Part(
                    doors.staging().file(component.fixity().sha256()), component.path(), component.fixity()));
        }
        var events = new PremisEvents(item, components.values()).xml();
        var ordinal = 0;
        var whole = 0;
        for (var page : document.pages()) {
            if (page.filePage() == 0) {
                whole++;
                addIfThere(parts, doors.work().of(page.fileId()).resolve(Reading.TEXT), ItemTexts.plainPath(whole));
                addIfThere(
                        parts, doors.work().of(page.fileId()).resolve(Reading.HTML), ItemTexts.structuredPath(whole));
            } else {
                var path = pages.get(ordinal++).altoPath();
                addIfThere(parts, doors.work().alto(page.fileId(), page.filePage()), path);
                addIfThere(
                        parts, doors.work().asRead(page.fileId(), page.filePage()), path.replace("text/", "as-read/"));
                events = PremisEvents.corrected(events, item, path, read(page));
            }
        }
        var description = ItemDocument.of(
                item,
                components.values().stream().map(Master::component).toList(),
                pages,
                document,
                elements(components.values(), document),
                doors.jdbi().withHandle(handle -> beside(handle, document, item)));
        add(parts, write(folder, "metadata.json", description.json()), "metadata.json");
        add(parts, write(folder, "premis.xml", events), "premis.xml");
        return parts;
    }

    private Map<String, Object> beside(Handle handle, Document document, Item item) {
        var rules = doors.particulars().rules(handle);
        var beside = new LinkedHashMap<>(doors.entries().beside(handle, item.id()));
        beside.put("particulars", ItemParticulars.told(ItemParticulars.of(document, item.kind(), rules), rules));
        groups.ofCode(handle, item.referenceCode())
                .ifPresent(group -> beside.put(ItemDocument.GROUP, ItemDocument.group(group)));
        return beside;
    }

    /** What the package that it came in says of it beyond the fields that were reviewed, and the insurance, which has no place of its own. */
    private static Map<String, String> elements(Collection<Master> masters, Document document) {
        var elements = new TreeMap<>(masters.stream()
                .findFirst()
                .map(master -> Described.elements(master.file().metadata()))
                .orElse(Map.of()));
        elements.put(Field.INSURANCE.code(), document.value(Field.INSURANCE));
        elements.values().removeIf(String::isEmpty);
        return elements;
    }

    private static void addIfThere(List<ArchivalStore.Part> parts, Path file, String path) throws IOException {
        if (Files.exists(file)) {
            add(parts, file, path);
        }
    }

    private static void add(List<ArchivalStore.Part> parts, Path file, String path) throws IOException {
        parts.add(new ArchivalStore.Part(file, path, FixityDigest.of(file)));
    }

    private static Path write(Path folder, String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    private static void delete(Path folder) throws IOException {
        try (var walk = Files.walk(folder)) {
            for (var path : walk.toList().reversed()) {
                Files.delete(path);
            }
        }
    }
}
