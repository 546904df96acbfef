package lantai.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Measures the store against bare loops that do the least which the same promise needs: the same digests, files and fsyncs, in the
 * same run, by turns, so that a busy machine slows both.
 */
public final class StoreBench {
    private static final int ROUNDS = 3;
    private static final int LARGE = 100_000_000;
    private static final int LARGE_FILES = 3;
    private static final int SMALL = 200_000;
    private static final int OBJECTS = 200;
    private static final int SCRUBBED = 16_000_000;
    private static final int SCRUBBED_OBJECTS = 12;
    private static final int SM3_PERCENT = 10;
    private static final int GROWTH_STEP = 1_000;
    private static final int GROWTH_FACTOR = 10;
    private static final int GROWTH_SAMPLE = 1_000;
    private static final int GROWTH_READS = 200;

    private final Path folder;
    private final InstantSource clock;
    private final Random random = new Random(20261121);

    /** @param folder an empty folder on the disk that is measured */
    public StoreBench(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * One thing measured.
     *
     * @param ours megabytes, or objects, a second
     * @param bare the same of the bare loop
     */
    public record Figure(double ours, double bare, double ratio) {
        static Figure of(double amount, List<Double> ours, List<Double> bare) {
            var our = amount / ours.stream().sorted().toList().get(ours.size() / 2);
            var their = amount / bare.stream().sorted().toList().get(bare.size() / 2);
            return new Figure(rounded(our), rounded(their), rounded(our / their));
        }

        private static double rounded(double number) {
            return Math.round(number * 100) / 100.0;
        }
    }

    /**
     * What filing and reading cost when so many objects are there already.
     *
     * @param objects how many are there then
     * @param filedPerSecond of the last thousand, or of all when there are fewer
     * @param millisecondsToRead the median of opening a file of an object drawn at random
     */
    public record Size(int objects, double filedPerSecond, double millisecondsToRead) {}

    /**
     * Files small objects and tells at a thousand, ten thousand and so on what one costs.
     *
     * @param most how many objects in the end
     */
    public List<Size> growth(Location location, int most) throws IOException {
        var store = store(location);
        var metadata = Files.writeString(folder.resolve("growing.json"), "{\"title\": \"样例\"}");
        var parts = List.of(new ArchivalStore.Part(metadata, "metadata.json", FixityDigest.of(metadata)));
        var sizes = new ArrayList<Size>();
        var filed = 0;
        for (var size = GROWTH_STEP; size <= most; size *= GROWTH_FACTOR) {
            while (filed < size - GROWTH_SAMPLE) {
                store.put("urn:bench:grows:" + filed++, parts, "filing", "bench", clock.instant());
            }
            var first = filed;
            var last = size;
            var seconds = seconds(() -> {
                for (var i = first; i < last; i++) {
                    store.put("urn:bench:grows:" + i, parts, "filing", "bench", clock.instant());
                }
            });
            filed = size;
            var reads = new ArrayList<Double>();
            for (var i = 0; i < GROWTH_READS; i++) {
                var id = "urn:bench:grows:" + random.nextInt(filed);
                reads.add(seconds(() -> Files.size(store.file(id, "metadata.json"))) * 1000);
            }
            reads.sort(null);
            sizes.add(new Size(
                    size, Figure.rounded((last - first) / seconds), Figure.rounded(reads.get(reads.size() / 2))));
        }
        return sizes;
    }

    /**
     * Measures everything.
     *
     * @param bucket a bucket to be measured too
     * @param grown how many objects the store grows to, 0 for not at all; a tenth of it in the bucket
     */
    public Map<String, Object> run(Optional<Location> bucket, int grown) throws IOException {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("processors", Runtime.getRuntime().availableProcessors());
        figures.put("stagingMegabytesPerSecond", staging());
        var near = FolderLocation.open("bench", folder.resolve("objects"), folder.resolve("objects-work"));
        figures.put("filingObjectsPerSecond", filing(near));
        figures.put("scrubMegabytesPerSecond", scrub(near));
        figures.put("scrubSm3Percent", SM3_PERCENT);
        if (grown > 0) {
            figures.put("growth", growth(near, grown));
        }
        near.close();
        if (bucket.isPresent()) {
            figures.put("s3FilingObjectsPerSecond", filing(bucket.get()));
            figures.put("s3Place", bucket.get().place());
            if (grown > 0) {
                figures.put("s3Growth", growth(bucket.get(), grown / GROWTH_FACTOR));
            }
        }
        return figures;
    }

    private interface Work {
        void run() throws IOException;
    }

    private static double seconds(Work work) throws IOException {
        var start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private Path file(String name, int size) throws IOException {
        var bytes = new byte[size];
        random.nextBytes(bytes);
        return Files.write(folder.resolve(name), bytes);
    }

    private Figure staging() throws IOException {
        var file = file("large", LARGE);
        var ours = new ArrayList<Double>();
        var bare = new ArrayList<Double>();
        var target = Files.createDirectories(folder.resolve("bare-staging"));
        for (var round = 0; round < LARGE_FILES; round++) {
            var staging = Staging.open(folder.resolve("staging-" + round));
            ours.add(seconds(() -> {
                try (var in = Files.newInputStream(file)) {
                    staging.store(in);
                }
            }));
            var name = "bare-" + round;
            bare.add(seconds(() -> bareStaging(file, target, name)));
        }
        Files.delete(file);
        return Figure.of(LARGE / 1e6, ours, bare);
    }

    private static void bareStaging(Path file, Path target, String name) throws IOException {
        var digest = new FixityDigest();
        var half = target.resolve(name + ".new");
        try (var in = Files.newInputStream(file);
                var out = FileChannel.open(half, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var buffer = new byte[1 << 16];
            for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                out.write(ByteBuffer.wrap(buffer, 0, read));
            }
            out.force(true);
        }
        Files.move(half, target.resolve(digest.finish().sha256() + name), StandardCopyOption.ATOMIC_MOVE);
        Durable.force(target);
    }

    /** Filing of objects of one small master and its metadata, against writing as many files of the same bytes. */
    private Figure filing(Location location) throws IOException {
        var store = store(location);
        var master = file("master", SMALL);
        var metadata = Files.writeString(folder.resolve("metadata.json"), "{\"title\": \"" + "样例".repeat(500) + "\"}");
        var parts = List.of(
                new ArchivalStore.Part(master, "masters/001-scan.tif", FixityDigest.of(master)),
                new ArchivalStore.Part(metadata, "metadata.json", FixityDigest.of(metadata)));
        var ours = new ArrayList<Double>();
        var bare = new ArrayList<Double>();
        for (var round = 0; round <= ROUNDS; round++) {
            var number = round;
            var our = seconds(() -> {
                for (var i = 0; i < OBJECTS; i++) {
                    store.put("urn:bench:" + number + ":" + i, parts, "filing", "bench", clock.instant());
                }
            });
            var written = copies(location, "urn:bench:" + round + ":0", location.name() + "-same-" + round);
            var their = seconds(() -> {
                for (var i = 0; i < OBJECTS; i++) {
                    for (var entry : written.entrySet()) {
                        bareWrite(
                                location,
                                location.name() + "-bare-" + number + "/" + i + "/" + entry.getKey(),
                                entry.getValue());
                    }
                }
            });
            // the first round warms the code of both
            if (round > 0) {
                ours.add(our);
                bare.add(their);
            }
        }
        return Figure.of(OBJECTS, ours, bare);
    }

    private ArchivalStore store(Location location) {
        return ArchivalStore.of(
                List.of(location),
                1,
                new Remembering(new ConcurrentHashMap<>()),
                new ArchivalStore.Temporary(folder.resolve("work"), folder.resolve("cache"), 1L << 30));
    }

    /** Keeps in memory what the archive keeps in its database. */
    private record Remembering(Map<String, Acknowledged> rows) implements Ledger {
        @Override
        public void stored(String objectId, Acknowledged what) {
            rows.put(objectId, what);
        }

        @Override
        public Optional<Acknowledged> acknowledged(String objectId) {
            return Optional.ofNullable(rows.get(objectId));
        }

        @Override
        public void enciphered(String objectId, Map<String, Fixity> files) {}

        @Override
        public Map<String, Fixity> enciphered(String objectId) {
            return Map.of();
        }

        @Override
        public void broken(String location, String objectId, String why) {
            throw new IllegalStateException(objectId + " at " + location + ": " + why);
        }

        @Override
        public void mended(String location, String objectId, String what) {}

        @Override
        public void condemned(String objectId) {}

        @Override
        public boolean isCondemned(String objectId) {
            return false;
        }

        @Override
        public void gone(String objectId) {
            rows.remove(objectId);
        }
    }

    private Map<String, Path> copies(Location location, String objectId, String name) throws IOException {
        var copies = new LinkedHashMap<String, Path>();
        var target = Files.createDirectories(folder.resolve(name));
        for (var entry : location.files(Layout.folder(objectId))) {
            var copy = target.resolve(Integer.toString(copies.size()));
            try (var in = location.read(Layout.folder(objectId) + '/' + entry.path())) {
                Files.copy(in, copy);
            }
            copies.put(entry.path(), copy);
        }
        return copies;
    }

    /** The least: a PUT, or a file and its folder forced to the disk. */
    private void bareWrite(Location location, String path, Path source) throws IOException {
        if (location.kind() == Location.Kind.S3) {
            location.write(path, source);
            return;
        }
        var target = folder.resolve(path);
        var parent = Files.createDirectories(target.resolveSibling(".").normalize());
        Files.copy(source, target);
        Durable.force(target);
        Durable.force(parent);
    }

    /** Reading every content through SHA-512, SHA-256 and a share of them SM3, against the same digests over the same files. */
    private Figure scrub(Location location) throws IOException {
        var store = store(location);
        var ids = new ArrayList<String>();
        for (var i = 0; i < SCRUBBED_OBJECTS; i++) {
            var file = file("scrubbed", SCRUBBED);
            ids.add("urn:bench:scrub:" + i);
            store.put(
                    ids.getLast(),
                    List.of(new ArchivalStore.Part(file, "masters/001-scan.tif", FixityDigest.of(file))),
                    "filing",
                    "bench",
                    clock.instant());
        }
        var sm3 = new ScrubPolicy(ScrubPolicy.USUAL.every(), 0, SM3_PERCENT).sm3(1);
        var ours = new ArrayList<Double>();
        var bare = new ArrayList<Double>();
        for (var round = 0; round <= ROUNDS; round++) {
            var our = seconds(() -> {
                for (var id : ids) {
                    store.check(id, location, Optional.empty(), sm3, _ -> {});
                }
            });
            var their = seconds(() -> {
                for (var id : ids) {
                    bareScrub(location, id, sm3);
                }
            });
            // the first round warms the code of both
            if (round > 0) {
                ours.add(our);
                bare.add(their);
            }
        }
        return Figure.of(ids.size() * (SCRUBBED / 1e6), ours, bare);
    }

    private static void bareScrub(Location location, String objectId, CopyCheck.Sm3 sm3) throws IOException {
        var inventory = Inventory.read(location, Layout.folder(objectId));
        for (var content : inventory.contents().entrySet()) {
            try (var in = location.read(Layout.folder(objectId) + '/' + content.getKey())) {
                var sha512 = Digests.sha512();
                var both = new FixityDigest(sm3.wants(content.getValue()));
                var buffer = new byte[1 << 18];
                for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    sha512.update(buffer, 0, read);
                    both.update(buffer, 0, read);
                }
                sha512.digest();
                both.sums();
            }
        }
    }
}
