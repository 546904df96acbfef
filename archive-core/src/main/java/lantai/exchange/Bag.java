package lantai.exchange;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import lantai.storage.FixityDigest;

/**
 * A bag that has come: a folder, or a zip file with one folder in it (RFC 8493 §4), which is read where it lies and not unpacked. Only
 * what {@link #check} finds valid should be read any further.
 */
public final class Bag implements AutoCloseable {
    private static final Pattern MANIFEST = Pattern.compile("manifest-([A-Za-z0-9-]+)\\.txt");
    private static final String PREFERRED = "manifest-sha256.txt";

    private final PackageTree tree;
    private final Path root;
    private final String name;

    Bag(PackageTree tree) {
        this.tree = tree;
        this.root = tree.root();
        this.name = tree.name();
    }

    /**
     * Opens what may be a bag.
     *
     * @return nothing when it is neither a folder nor a zip file that can be read
     * @throws lantai.problem.Refused when it is a zip file that is not sound
     * @throws IOException when it cannot be read at all
     */
    public static Optional<Bag> open(Path path) throws IOException {
        return PackageTree.open(path).map(Bag::new);
    }

    /** {@return the name of its folder; of the zip file when there is no folder in it} */
    public String name() {
        return name;
    }

    /** {@return the folder of its payload} */
    public Path data() {
        return root.resolve("data");
    }

    /** Looks at everything in it. */
    public PackageReport check() throws IOException {
        return new BagCheck(root).run();
    }

    /** {@return the files of its payload, by path} */
    public List<Path> payload() throws IOException {
        try (var files = Files.walk(data())) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }

    /**
     * {@return the SHA-256 of its manifest, in small hexadecimal digits}: of the one by SHA-256, else of the first by name. The same
     * payload under the same names has the same one, whatever the bag says of itself.
     */
    public String manifest() throws IOException {
        try (var files = Files.list(root)) {
            var manifests = files.filter(file -> isManifest(PackageTree.last(file)))
                    .sorted()
                    .toList();
            var chosen = manifests.stream()
                    .filter(file -> PackageTree.last(file).equals(PREFERRED))
                    .findFirst()
                    .or(() -> manifests.stream().findFirst());
            return FixityDigest.of(chosen.orElseThrow(() -> new IOException("no manifest in " + root)))
                    .sha256();
        }
    }

    private static boolean isManifest(String file) {
        var matcher = MANIFEST.matcher(file);
        return matcher.matches()
                && Digests.knows(
                        matcher.group(1).toLowerCase(java.util.Locale.ROOT).replace("-", ""));
    }

    /** {@return what it says of itself, in its order; values of a label that comes again are parted by lines} */
    public Map<String, String> information() throws IOException {
        var information = new LinkedHashMap<String, String>();
        for (var file : List.of("bag-info.txt", "package-info.txt")) {
            if (information.isEmpty() && Files.isRegularFile(root.resolve(file))) {
                var lines = TagFiles.lines(root.resolve(file), charset()).orElse(List.of());
                for (var line : TagFiles.unfolded(lines)) {
                    TagFiles.pair(line)
                            .ifPresent(pair -> information.merge(
                                    pair.label(), pair.value(), (before, value) -> before + '\n' + value));
                }
            }
        }
        return information;
    }

    private Charset charset() throws IOException {
        return TagFiles.lines(root.resolve("bagit.txt"), StandardCharsets.UTF_8).orElse(List.of()).stream()
                .flatMap(line -> TagFiles.pair(line).stream())
                .filter(pair -> pair.label().equals("Tag-File-Character-Encoding"))
                .map(pair -> Charset.forName(pair.value()))
                .findFirst()
                .orElse(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        tree.close();
    }
}
