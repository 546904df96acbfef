package lantai.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import lantai.key.ItemKeys;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import lantai.problem.Unavailable;
import lantai.storage.s3.BucketLocation;
import lantai.storage.s3.Capabilities;
import lantai.storage.s3.S3Settings;

/**
 * Where objects lie and how many copies make a write safe, as told from outside.
 *
 * @param places in the order in which they are read
 * @param quorum how many locations must hold a version before it is acknowledged
 * @param worm whether filed objects are locked in their buckets until their retention ends
 * @param temporary folders of this machine
 * @param secrets keys of enciphered objects, and where these are opened
 */
public record StoreSettings(
        List<Place> places,
        int quorum,
        boolean worm,
        ArchivalStore.Temporary temporary,
        ArchivalStore.Secrets secrets) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]{0,19}");
    private static final String LOCATIONS = "LANTAI_STORE";
    private static final String QUORUM = "LANTAI_STORE_QUORUM";
    private static final String ITEM_KEYS = "LANTAI_ITEM_KEYS";
    private static final long USUAL_CACHE_GB = 10;
    private static final long USUAL_OPENED_GB = 10;
    private static final long USUAL_OPENED_MINUTES = 5;

    public StoreSettings {
        places = List.copyOf(places);
    }

    /** One location before it is opened. */
    public sealed interface Place {
        /** {@return a short name that stays, for rows and reports} */
        String name();
    }

    /** A folder. */
    record Folder(String name, Path root, Path work) implements Place {}

    /** A bucket. */
    record Bucket(String name, S3Settings settings, Path work) implements Place {}

    /**
     * Reads the settings.
     *
     * @param environment {@code LANTAI_STORE} as {@code name=folder:/path,name=s3:https://host:port/bucket/prefix};
     *     {@code LANTAI_STORE_QUORUM} (all); {@code LANTAI_STORE_WORM}; {@code LANTAI_STORE_CACHE_GB} (10); {@code
     *     LANTAI_ITEM_KEYS}, folders of the wrapped keys of enciphered items ({@code item-keys}); {@code LANTAI_OPENED}, {@code
     *     LANTAI_OPENED_GB} (10) and {@code LANTAI_OPENED_MINUTES} (5) for files that are opened for a while; for buckets
     *     {@code LANTAI_S3_REGION} (us-east-1), {@code LANTAI_S3_ACCESS_KEY} and {@code LANTAI_S3_SECRET_KEY}, or
     *     {@code LANTAI_S3_KEY_FILE} with one key on each of two lines; each of these with {@code _NAME} at its end for one
     *     location alone
     * @param data the data folder; without {@code LANTAI_STORE} objects lie in its folder {@code objects}
     * @throws Malformed naming the setting that is wrong and what was expected
     */
    public static StoreSettings of(Map<String, String> environment, Path data) {
        var temporary = new ArchivalStore.Temporary(
                data.resolve("objects-work"),
                data.resolve("cache"),
                number(environment, "LANTAI_STORE_CACHE_GB", USUAL_CACHE_GB) << 30);
        var places = new ArrayList<Place>();
        var named = environment.get(LOCATIONS);
        if (named == null || named.isBlank()) {
            places.add(new Folder("objects", data.resolve("objects"), data.resolve("objects-work")));
        } else {
            for (var one : named.split(",", -1)) {
                places.add(place(environment, one.strip(), data));
            }
        }
        if (places.stream().map(Place::name).distinct().count() < places.size()
                || new HashSet<>(places.stream().map(StoreSettings::address).toList()).size() < places.size()) {
            throw wrong(LOCATIONS, String.valueOf(named), "locations that differ in name and place");
        }
        var quorum = (int) number(environment, QUORUM, places.size());
        if (quorum < 1 || quorum > places.size()) {
            throw wrong(QUORUM, Integer.toString(quorum), "1 – " + places.size());
        }
        return new StoreSettings(
                places,
                quorum,
                Boolean.parseBoolean(environment.get("LANTAI_STORE_WORM")),
                temporary,
                secrets(environment, data));
    }

    private static ArchivalStore.Secrets secrets(Map<String, String> environment, Path data) {
        var folders = new ArrayList<Path>();
        for (var folder : environment
                .getOrDefault(ITEM_KEYS, data.resolve("item-keys").toString())
                .split(",", -1)) {
            if (folder.isBlank()) {
                throw wrong(ITEM_KEYS, folder, "/path,/path");
            }
            folders.add(Path.of(folder.strip()).toAbsolutePath());
        }
        return new ArchivalStore.Secrets(
                new ItemKeys(data.resolve("keys"), folders),
                Path.of(environment.getOrDefault(
                                "LANTAI_OPENED", data.resolve("opened").toString()))
                        .toAbsolutePath(),
                number(environment, "LANTAI_OPENED_GB", USUAL_OPENED_GB) << 30,
                Duration.ofMinutes(number(environment, "LANTAI_OPENED_MINUTES", USUAL_OPENED_MINUTES)));
    }

    private static String address(Place place) {
        return switch (place) {
            case Folder folder -> folder.root().toAbsolutePath().normalize().toString();
            case Bucket bucket -> bucket.settings().toString();
        };
    }

    private static Place place(Map<String, String> environment, String text, Path data) {
        var equals = text.indexOf('=');
        var name = equals < 0 ? "" : text.substring(0, equals);
        var where = text.substring(equals + 1);
        if (!NAME.matcher(name).matches()) {
            throw wrong(LOCATIONS, text, "name=folder:/path, name=s3:https://host/bucket/prefix");
        }
        if (where.startsWith("folder:")) {
            var root = Path.of(where.substring("folder:".length())).toAbsolutePath();
            return new Folder(name, root, root.resolveSibling(root.getFileName() + "-work"));
        }
        if (where.startsWith("s3:")) {
            return new Bucket(
                    name, s3(environment, name, where.substring("s3:".length())), data.resolve("objects-work-" + name));
        }
        throw wrong(LOCATIONS, text, "folder:… / s3:…");
    }

    private static S3Settings s3(Map<String, String> environment, String name, String address) {
        try {
            var uri = URI.create(address);
            var path = uri.getPath().replaceAll("^/+|/+$", "").split("/", 2);
            if (uri.getHost() == null || path[0].isEmpty()) {
                throw wrong(LOCATIONS, address, "https://host:port/bucket/prefix");
            }
            var keys = keys(environment, name);
            return new S3Settings(
                    URI.create(uri.getScheme() + "://" + uri.getAuthority()),
                    path[0],
                    path.length > 1 ? path[1] : "",
                    setting(environment, "LANTAI_S3_REGION", name, "us-east-1"),
                    keys.get(0),
                    keys.get(1));
        } catch (IllegalArgumentException notAnAddress) {
            throw wrong(LOCATIONS, address, "https://host:port/bucket/prefix");
        }
    }

    private static List<String> keys(Map<String, String> environment, String name) {
        var file = setting(environment, "LANTAI_S3_KEY_FILE", name, "");
        if (file.isEmpty()) {
            var access = setting(environment, "LANTAI_S3_ACCESS_KEY", name, "");
            var secret = setting(environment, "LANTAI_S3_SECRET_KEY", name, "");
            if (access.isEmpty() || secret.isEmpty()) {
                throw wrong(
                        "LANTAI_S3_ACCESS_KEY", "", "LANTAI_S3_ACCESS_KEY + LANTAI_S3_SECRET_KEY / LANTAI_S3_KEY_FILE");
            }
            return List.of(access, secret);
        }
        try {
            var lines = Files.readAllLines(Path.of(file)).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
            if (lines.size() != 2) {
                throw wrong("LANTAI_S3_KEY_FILE", file, "access key, secret key");
            }
            return lines;
        } catch (IOException unreadable) {
            var problem = wrong("LANTAI_S3_KEY_FILE", file, "access key, secret key");
            problem.initCause(unreadable);
            throw problem;
        }
    }

    private static String setting(Map<String, String> environment, String key, String name, String usual) {
        var own = environment.get(key + '_' + name.toUpperCase(Locale.ROOT));
        return own != null ? own : environment.getOrDefault(key, usual);
    }

    private static long number(Map<String, String> environment, String key, long usual) {
        var text = environment.get(key);
        try {
            return text == null ? usual : Long.parseLong(text);
        } catch (NumberFormatException notANumber) {
            throw wrong(key, String.valueOf(text), "1, 2, 3 …");
        }
    }

    private static Malformed wrong(String setting, String value, String expected) {
        return new Malformed(StorageProblem.WRONG_SETTING, setting, value, expected);
    }

    /** Opens the store. A location that does not answer is opened when it does; writing waits for a quorum of them. */
    public ArchivalStore open(Ledger ledger) {
        return ArchivalStore.of(
                places.stream().map(StoreSettings::location).toList(), quorum, ledger, temporary, secrets);
    }

    /**
     * Tries what every bucket really does, and refuses WORM mode where locks are only pretended.
     *
     * @return what each bucket does, by the name of its location; one that does not answer is left out
     * @throws Refused when WORM mode is on and a bucket does not really lock, or there is no bucket
     * @throws Unavailable when WORM mode is on and a bucket cannot be tried
     */
    public Map<String, Capabilities> probe(ArchivalStore store, InstantSource clock) {
        var found = new LinkedHashMap<String, Capabilities>();
        for (var location : store.locations()) {
            if (location.kind() == Location.Kind.S3) {
                probe(location, clock).ifPresent(capabilities -> found.put(location.name(), capabilities));
            }
        }
        if (worm && found.isEmpty()) {
            throw new Refused(StorageProblem.LOCKS_PRETENDED, places.getFirst().name(), "no bucket");
        }
        return found;
    }

    private Optional<Capabilities> probe(Location location, InstantSource clock) {
        try {
            if (!(location instanceof BucketLocation bucket)) {
                throw new IOException("silent");
            }
            var capabilities = bucket.probe(clock);
            var missing = capabilities.missingForWorm();
            if (worm && !missing.isEmpty()) {
                throw new Refused(StorageProblem.LOCKS_PRETENDED, location.name(), String.join(", ", missing));
            }
            return Optional.of(capabilities);
        } catch (IOException silent) {
            if (worm) {
                var problem = new Unavailable(StorageProblem.LOCATION_SILENT, location.name(), location.place());
                problem.initCause(silent);
                throw problem;
            }
            return Optional.empty();
        }
    }

    private static Location location(Place place) {
        return switch (place) {
            case Folder folder -> FolderLocation.open(folder.name(), folder.root(), folder.work());
            case Bucket bucket -> {
                try {
                    yield BucketLocation.open(bucket.name(), bucket.settings(), bucket.work());
                } catch (IOException silent) {
                    yield new AwaitedLocation(
                            bucket.name(),
                            bucket.settings().toString(),
                            () -> BucketLocation.open(bucket.name(), bucket.settings(), bucket.work()));
                } catch (UncheckedIOException silent) {
                    throw new IllegalStateException(silent);
                }
            }
        };
    }
}
