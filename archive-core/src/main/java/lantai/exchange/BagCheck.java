package lantai.exchange;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import lantai.exchange.PackageReport.Issue;
import lantai.exchange.PackageReport.Severity;

/**
 * Validates one bag (RFC 8493): complete, every digest right, no path that leads out of it. Nothing is fetched and no link followed.
 * Used once.
 */
public final class BagCheck {
    private static final Pattern MANIFEST = Pattern.compile("(tag)?manifest-([A-Za-z0-9-]+)\\.txt");
    private static final Pattern LINE = Pattern.compile("([0-9A-Fa-f]+)[ \\t]+\\*?(.+)");
    private static final Pattern FETCH = Pattern.compile("(\\S+)[ \\t]+(-|\\d+)[ \\t]+(.+)");
    private static final Pattern VERSION = Pattern.compile("0\\.9[3-7]|1\\.0");
    private static final Pattern STRICT = Pattern.compile("[^\\s:]+: \\S.*");
    private static final Set<String> SYSTEM_FILES = Set.of(".DS_Store", "Thumbs.db", "desktop.ini");

    private final Path bag;
    private final List<Issue> issues = new ArrayList<>();
    private final TreeMap<String, Path> files = new TreeMap<>();
    private final Map<String, Map<String, String>> digestsOf = new LinkedHashMap<>();
    private final Map<String, Set<String>> listedBy = new LinkedHashMap<>();
    private String version = "";
    private Charset charset = StandardCharsets.UTF_8;

    /** @param bag its folder */
    public BagCheck(Path bag) {
        this.bag = bag;
    }

    /**
     * Looks at everything.
     *
     * @throws IOException when a file cannot be read at all
     */
    public PackageReport run() throws IOException {
        declaration();
        walk();
        manifests();
        fetches();
        complete();
        digests();
        information();
        var facts = new HashMap<String, String>();
        facts.put("version", version);
        facts.put("payloadFiles", Long.toString(payload().count()));
        return new PackageReport("bagit", issues, facts);
    }

    private boolean isOne() {
        return version.equals("1.0");
    }

    private void declaration() throws IOException {
        var file = bag.resolve("bagit.txt");
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            error(BagRule.DECLARATION, "bagit.txt", "missing");
            return;
        }
        var lines = TagFiles.lines(file, StandardCharsets.UTF_8).orElse(List.of());
        var pairs = lines.stream().map(TagFiles::pair).flatMap(Optional::stream).toList();
        if (lines.size() != 2
                || pairs.size() != 2
                || !pairs.getFirst().label().equals("BagIt-Version")
                || !pairs.getLast().label().equals("Tag-File-Character-Encoding")) {
            error(BagRule.DECLARATION, "bagit.txt", "expected the lines BagIt-Version and Tag-File-Character-Encoding");
            pairs.stream().filter(pair -> pair.label().equals("BagIt-Version")).forEach(pair -> version = pair.value());
            return;
        }
        version = pairs.getFirst().value();
        if (!VERSION.matcher(version).matches()) {
            error(BagRule.VERSION, "bagit.txt", "version \"" + version + "\", expected 0.93 to 1.0");
        }
        if (isOne()
                && (TagFiles.hasMark(file)
                        || !lines.stream().allMatch(line -> STRICT.matcher(line).matches()))) {
            error(BagRule.DECLARATION, "bagit.txt", "a mark at its beginning, or blanks around a colon");
        }
        try {
            charset = Charset.forName(pairs.getLast().value());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            error(
                    BagRule.CHARACTER_SET,
                    "bagit.txt",
                    "unknown: \"" + pairs.getLast().value() + '"');
        }
    }

    private void walk() throws IOException {
        try (var walk = Files.walk(bag)) {
            for (var path : (Iterable<Path>) walk::iterator) {
                var name = bag.relativize(path)
                        .toString()
                        .replace(path.getFileSystem().getSeparator(), "/");
                if (Files.isSymbolicLink(path)) {
                    error(BagRule.LINK, name, "a link");
                } else if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                    files.put(name, path);
                    if (SYSTEM_FILES.contains(path.getFileName().toString()) && name.startsWith("data/")) {
                        warn(BagRule.SYSTEM_FILE, name, "put down by an operating system");
                    }
                }
            }
        }
        if (!Files.isDirectory(bag.resolve("data"), LinkOption.NOFOLLOW_LINKS)) {
            error(BagRule.PAYLOAD_FOLDER, "data", "missing");
        }
    }

    private java.util.stream.Stream<String> payload() {
        return files.keySet().stream().filter(name -> name.startsWith("data/"));
    }

    private void manifests() throws IOException {
        var known = false;
        for (var name : List.copyOf(files.keySet())) {
            var matcher = MANIFEST.matcher(name);
            if (matcher.matches()) {
                var ofTags = matcher.group(1) != null;
                var algorithm = matcher.group(2).toLowerCase(Locale.ROOT).replace("-", "");
                if (Digests.knows(algorithm)) {
                    known |= !ofTags;
                    manifest(name, algorithm, ofTags);
                } else {
                    warn(BagRule.ALGORITHM_UNKNOWN, name, "\"" + algorithm + "\" says nothing here");
                }
            }
        }
        if (!known) {
            error(BagRule.MANIFEST_MISSING, "", "no manifest of the payload by a known algorithm");
        }
    }

    private void manifest(String name, String algorithm, boolean ofTags) throws IOException {
        var lines = lines(name);
        var listed = new HashMap<String, String>();
        for (var line : lines) {
            var matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                error(BagRule.MANIFEST_LINE, name, '"' + line + '"');
                continue;
            }
            var path = path(matcher.group(2), name);
            if (path.isEmpty()) {
                continue;
            }
            if (path.get().startsWith("data/") == ofTags) {
                error(BagRule.MANIFEST_LINE, name, "does not belong here: \"" + path.get() + '"');
                continue;
            }
            var digest = matcher.group(1).toLowerCase(Locale.ROOT);
            var before = listed.putIfAbsent(path.get(), digest);
            if (before != null) {
                twice(name, path.get(), before.equals(digest));
            }
        }
        if (!ofTags) {
            listedBy.put(name, listed.keySet());
        }
        listed.forEach((path, digest) -> digestsOf
                .computeIfAbsent(found(path).orElse(path), _ -> new LinkedHashMap<>())
                .put(algorithm, digest));
    }

    private void twice(String manifest, String path, boolean same) {
        if (same && !isOne()) {
            warn(BagRule.LISTED_TWICE, manifest, '"' + path + '"');
        } else {
            error(BagRule.LISTED_TWICE, manifest, '"' + path + '"');
        }
    }

    private List<String> lines(String name) throws IOException {
        var lines = TagFiles.lines(bag.resolve(name), charset);
        if (lines.isEmpty()) {
            error(BagRule.CHARACTER_SET, name, "not " + charset.name());
        }
        return lines.orElse(List.of());
    }

    /** A path as a file of the bag writes it, safe and without a leading dot; nothing when it leads out of the bag. */
    private Optional<String> path(String written, String in) {
        var path = isOne() ? BagPath.decoded(written) : written;
        if (path.startsWith("./")) {
            warn(BagRule.LEADING_DOT, in, '"' + path + '"');
            path = path.substring(2);
        }
        if (!BagPath.isSafe(path)) {
            error(BagRule.OUT_OF_SCOPE, in, '"' + written + '"');
            return Optional.empty();
        }
        return Optional.of(path);
    }

    /** The file that a path means, also when its name is written in another form of the same letters. */
    private Optional<String> found(String path) {
        if (files.containsKey(path)) {
            return Optional.of(path);
        }
        var composed = Normalizer.normalize(path, Normalizer.Form.NFC);
        var other = files.keySet().stream()
                .filter(name -> Normalizer.normalize(name, Normalizer.Form.NFC).equals(composed))
                .findFirst();
        other.ifPresent(name -> warn(BagRule.NAME_FORM, name, "written otherwise in a manifest"));
        return other;
    }

    private void fetches() throws IOException {
        if (!files.containsKey("fetch.txt")) {
            return;
        }
        for (var line : lines("fetch.txt")) {
            var matcher = FETCH.matcher(line);
            if (!matcher.matches()) {
                error(BagRule.FETCH_LINE, "fetch.txt", '"' + line + '"');
                continue;
            }
            path(matcher.group(3), "fetch.txt").ifPresent(path -> {
                if (!path.startsWith("data/")) {
                    error(BagRule.FETCH_LINE, "fetch.txt", "not of the payload: \"" + path + '"');
                } else if (!digestsOf.containsKey(path)) {
                    error(BagRule.FILE_NOT_LISTED, path, "to be fetched and in no manifest");
                }
            });
        }
    }

    private void complete() {
        for (var path : digestsOf.keySet()) {
            if (!files.containsKey(path)) {
                var name = path.substring(path.lastIndexOf('/') + 1);
                if (SYSTEM_FILES.contains(name)) {
                    warn(BagRule.SYSTEM_FILE, path, "listed and cleared away");
                } else {
                    error(BagRule.FILE_MISSING, path, "listed and not there");
                }
            }
        }
        var listedSomewhere = new HashSet<String>();
        listedBy.values()
                .forEach(paths ->
                        paths.forEach(path -> listedSomewhere.add(found(path).orElse(path))));
        for (var name : new TreeSet<>(payload().toList())) {
            if (!listedSomewhere.contains(name)) {
                error(BagRule.FILE_NOT_LISTED, name, "in no manifest");
            } else if (isOne()) {
                listedBy.forEach((manifest, paths) -> {
                    if (!paths.contains(name)) {
                        error(BagRule.FILE_NOT_LISTED, name, "not in " + manifest);
                    }
                });
            }
        }
    }

    private void digests() throws IOException {
        for (var entry : digestsOf.entrySet()) {
            var file = files.get(entry.getKey());
            if (file != null) {
                try (var in = Files.newInputStream(file)) {
                    var found = Digests.of(in, entry.getValue().keySet());
                    entry.getValue().forEach((algorithm, expected) -> {
                        var actual = found.getOrDefault(algorithm, "");
                        if (!actual.equals(expected)) {
                            error(
                                    BagRule.DIGEST_DIFFERS,
                                    entry.getKey(),
                                    algorithm + " is " + actual + ", expected " + expected);
                        }
                    });
                }
            }
        }
    }

    private void information() throws IOException {
        var name = files.containsKey("bag-info.txt") ? "bag-info.txt" : "package-info.txt";
        if (!files.containsKey(name)) {
            return;
        }
        for (var line : TagFiles.unfolded(lines(name))) {
            var pair = TagFiles.pair(line);
            if (pair.isEmpty()) {
                error(BagRule.INFORMATION_LINE, name, '"' + line + '"');
            } else if (pair.get().label().equalsIgnoreCase("Payload-Oxum")) {
                oxum(name, pair.get().value());
            }
        }
    }

    private void oxum(String name, String said) throws IOException {
        var octets = 0L;
        var count = 0L;
        for (var path : payload().toList()) {
            octets += Files.size(bag.resolve(path));
            count++;
        }
        var found = octets + "." + count;
        if (!found.equals(said)
                && issues.stream().noneMatch(issue -> issue.code().equals("SYSTEM_FILE"))) {
            error(BagRule.OXUM, name, "the payload is " + found + ", expected " + said);
        }
    }

    private void error(BagRule rule, String place, String message) {
        issues.add(new Issue(Severity.ERROR, rule.name(), place, message));
    }

    private void warn(BagRule rule, String place, String message) {
        issues.add(new Issue(Severity.WARNING, rule.name(), place, message));
    }
}
