package lantai.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lantai.fonds.Fonds;
import lantai.record.Component;
import lantai.record.Item;
import lantai.record.ItemPage;
import lantai.record.ReferenceCodeRule;
import lantai.storage.Fixity;

/**
 * All that is known of one record before the rules are asked. The rules look at nothing else.
 *
 * @param atFiling whether it is just being filed: what its files are was found out when they came in
 * @param register what the database says besides the item itself
 * @param files what was found by component
 */
record ItemFacts(
        Item item,
        List<Component> components,
        List<ItemPage> pages,
        boolean atFiling,
        Instant now,
        Register register,
        Packed packed,
        Map<Integer, Found> files) {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    ItemFacts {
        components = List.copyOf(components);
        pages = List.copyOf(pages);
        files = Map.copyOf(files);
    }

    /** {@return the day in the agency's time zone} */
    LocalDate today() {
        return LocalDate.ofInstant(now, ZONE);
    }

    /** {@return what was found where a component should lie} */
    Optional<Found> found(Component component) {
        return Optional.ofNullable(files.get(component.ordinal()));
    }

    /**
     * What the database says.
     *
     * @param rowFault why the row could not be read, empty when it could; nothing when there is no row yet
     * @param fonds the fonds the item names, if there is one
     * @param kinds codes of the document kinds in force; empty when there is no such rule
     * @param codes how reference codes are built now and were built before, the newest rule first
     * @param duplicates other items with the same keys: key and reference code
     * @param steps what the audit trail tells of it, the oldest first
     */
    record Register(
            Optional<String> rowFault,
            Optional<Fonds> fonds,
            Set<String> kinds,
            List<ReferenceCodeRule> codes,
            List<Duplicate> duplicates,
            List<Step> steps) {
        Register {
            kinds = Set.copyOf(kinds);
            codes = List.copyOf(codes);
            duplicates = List.copyOf(duplicates);
            steps = List.copyOf(steps);
        }
    }

    /** Another item that has the same values. */
    record Duplicate(String key, String referenceCode) {}

    /**
     * A deed of the audit trail.
     *
     * @param allowed whether the one who did it has the right to, now; always true for the system itself
     */
    record Step(String action, Instant at, String by, boolean allowed) {}

    /**
     * What lies in the OCFL object.
     *
     * @param paths logical paths of the newest version
     * @param metadata {@code metadata.json}, when it can be read
     * @param metadataFault why it cannot
     * @param events {@code premis.xml}, when it can be read
     * @param eventsFault why it cannot
     * @param faults what an OCFL validation with every digest found; nothing when it was not made
     * @param open whether the object is a plain OCFL folder
     */
    record Packed(
            List<String> paths,
            Optional<JsonNode> metadata,
            String metadataFault,
            Optional<List<Event>> events,
            String eventsFault,
            Optional<List<String>> faults,
            boolean open) {
        Packed {
            paths = List.copyOf(paths);
            events = events.map(List::copyOf);
            faults = faults.map(List::copyOf);
        }
    }

    /** One event of {@code premis.xml}. */
    record Event(String type, String at, String object) {}

    /**
     * What lies where a component should.
     *
     * @param path where, on this machine
     * @param fixity of its bytes as they are now
     * @param content what opening it gave; nothing when it was not opened
     * @param virus what the scanner says; nothing when it was not asked
     */
    record Found(Path path, Fixity fixity, Optional<Content> content, Optional<Judgement> virus) {}
}
