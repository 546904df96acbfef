package lantai.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lantai.check.ItemFacts.Found;
import lantai.problem.ArchiveException;
import lantai.record.Component;
import lantai.record.Item;
import lantai.record.ItemPage;
import lantai.record.ItemRegister;
import lantai.storage.ArchivalStore;
import lantai.storage.FixityDigest;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Finds out everything about a record that the rules of a run want to know. */
final class FactFinder {
    private static final Set<Rule> OPENING = Set.of(
            Rule.FIXED_INFORMATION,
            Rule.ELECTRONIC_ATTRIBUTES,
            Rule.CONTENT_COMPLETE,
            Rule.ATTACHMENTS,
            Rule.FORMAT,
            Rule.READABILITY,
            Rule.PRESERVATION_FORMAT,
            Rule.OPEN_PACKAGE,
            Rule.PACKAGE_FORMAT);

    private final Jdbi jdbi;
    private final ItemRegister items;
    private final ArchivalStore store;
    private final RegisterFacts register;
    private final Contents contents;
    private final Viruses viruses;
    private final InstantSource clock;
    private final Packages packages;

    FactFinder(CheckDoors doors, InstantSource clock) {
        this.jdbi = doors.jdbi();
        this.items = doors.items();
        this.store = doors.store();
        this.register = new RegisterFacts(doors.fonds(), doors.policies());
        this.contents = doors.contents();
        this.viruses = doors.viruses();
        this.clock = clock;
        this.packages = new Packages(store);
    }

    /** A filed record, everything looked at anew. */
    ItemFacts filed(Item item, List<Rule> rules, CheckPolicy policy) {
        record Rows(List<Component> components, List<ItemPage> pages, ItemFacts.Register register) {}
        var rows = jdbi.withHandle(handle -> {
            var fault = rowFault(handle, item);
            return new Rows(
                    items.components(handle, item.id()),
                    items.pages(handle, item.id()),
                    register.of(handle, item, Optional.of(fault), policy));
        });
        var packed = packages.read(item.objectId(), rules.contains(Rule.PACKAGE_SAMENESS));
        var files = new HashMap<Integer, Found>();
        for (var component : rows.components()) {
            find(item, component, rules).ifPresent(found -> files.put(component.ordinal(), found));
        }
        return new ItemFacts(
                item, rows.components(), rows.pages(), false, clock.instant(), rows.register(), packed, files);
    }

    /** The row is asked for again by its id: what does not come back, or comes back as another, is at fault. */
    private String rowFault(Handle handle, Item item) {
        try {
            return items.find(handle, item.id()).filter(item::equals).isPresent() ? "" : "the row differs";
        } catch (RuntimeException unreadable) {
            return String.valueOf(unreadable.getMessage());
        }
    }

    private Optional<Found> find(Item item, Component component, List<Rule> rules) {
        try {
            var path = store.asFound(item.objectId(), component.path());
            if (!Files.isRegularFile(path)) {
                return Optional.empty();
            }
            return Optional.of(new Found(
                    path,
                    FixityDigest.of(path),
                    rules.stream().anyMatch(OPENING::contains)
                            ? Optional.of(contents.open(item, component, path))
                            : Optional.empty(),
                    rules.contains(Rule.VIRUS) ? Optional.of(viruses.scan(path)) : Optional.empty()));
        } catch (ArchiveException | IOException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * A record that is just being filed: its object has been written, read back and compared.
     *
     * @param known what its files are, by component, as found when they came in
     */
    ItemFacts beingFiled(
            Handle handle,
            Item item,
            List<Component> components,
            List<ItemPage> pages,
            Map<Integer, Content> known,
            CheckPolicy policy) {
        var files = new HashMap<Integer, Found>();
        for (var component : components) {
            files.put(
                    component.ordinal(),
                    new Found(
                            Path.of(component.name()),
                            component.fixity(),
                            Optional.ofNullable(known.get(component.ordinal())),
                            Optional.empty()));
        }
        return new ItemFacts(
                item,
                components,
                pages,
                true,
                clock.instant(),
                register.of(handle, item, Optional.empty(), policy),
                packages.read(item.objectId(), false),
                files);
    }
}
