package lantai.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lantai.record.Item;
import lantai.storage.ArchivalStore;

/** Writes items out of the archive as a package, everything that their objects hold. */
public final class ItemExport {
    private final ArchivalStore store;
    private final InstantSource clock;
    private final ZoneId zone;

    public ItemExport(ArchivalStore store, InstantSource clock, ZoneId zone) {
        this.store = store;
        this.clock = clock;
        this.zone = zone;
    }

    /** The forms of packages that items can leave in. */
    public enum Form {
        /** One bag; a folder for each item, named by its reference code, with the newest version of its object. */
        BAGIT,
        /** A storage root of OCFL with the objects as they are, all versions. */
        OCFL;

        /** {@return the form with this name, small letters or not} */
        public static Optional<Form> of(String name) {
            return Stream.of(values())
                    .filter(form -> form.name().equalsIgnoreCase(name))
                    .findFirst();
        }
    }

    /**
     * Writes a package.
     *
     * @param items whose objects are written
     * @param from who gives it away
     */
    public void write(Form form, List<Item> items, String from, PackageSink sink) throws IOException {
        switch (form) {
            case BAGIT -> bag(items, from, sink);
            case OCFL -> objects(items, sink);
        }
    }

    private void bag(List<Item> items, String from, PackageSink sink) throws IOException {
        var bag = new BagWriter(sink);
        for (var item : items) {
            for (var path : store.paths(item.objectId())) {
                try (var in = store.read(item.objectId(), path)) {
                    bag.put(item.referenceCode().text() + '/' + path, in);
                }
            }
        }
        var information = new LinkedHashMap<String, String>();
        information.put("Source-Organization", from);
        information.put(
                "Bagging-Date", LocalDate.ofInstant(clock.instant(), zone).toString());
        information.put("Bag-Software-Agent", "Lantai");
        information.put("External-Description", items.size() + " records, a folder each, described in metadata.json");
        bag.finish(information);
    }

    private void objects(List<Item> items, PackageSink sink) throws IOException {
        sink.put("0=ocfl_1.1", new ByteArrayInputStream("ocfl_1.1\n".getBytes(StandardCharsets.UTF_8)));
        for (var item : items) {
            for (var file : store.everything(item.objectId()).entrySet()) {
                try (var in = Files.newInputStream(file.getValue())) {
                    sink.put("object-" + item.id() + '/' + file.getKey(), in);
                }
            }
        }
    }
}
