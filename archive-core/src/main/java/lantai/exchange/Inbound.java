package lantai.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lantai.transfer.EepFile;

/** A package that has come, of whatever form. Only what {@link #check} finds valid should be read any further. */
public sealed interface Inbound extends AutoCloseable permits BagInbound, EepInbound {
    /**
     * Opens what may be a package: a bag, or packages of DA/T 48-2009, one alone or as they are handed over; a folder or a zip file.
     *
     * @param temporary a folder in which files may be put while it is open
     * @return nothing when it is none of these
     * @throws lantai.problem.Refused when it is a zip file that is not sound
     */
    static Optional<Inbound> open(Path path, Path temporary) throws IOException {
        if (Files.isRegularFile(path) && EepFile.isOne(path)) {
            var tree =
                    new PackageTree(path.toAbsolutePath().resolveSibling(""), PackageTree.last(path), Optional.empty());
            return Optional.of(new EepInbound(tree, List.of(path), temporary));
        }
        var opened = PackageTree.open(path);
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        var tree = opened.get();
        var packages = EepInbound.packages(tree);
        if (!packages.isEmpty() && !Files.exists(tree.root().resolve("bagit.txt"))) {
            return Optional.of(new EepInbound(tree, packages, temporary));
        }
        return Optional.of(new BagInbound(new Bag(tree)));
    }

    /** {@return what it is called} */
    String name();

    /** {@return a SHA-256, in small hexadecimal digits, that names what is in it: the same content has the same} */
    String manifest() throws IOException;

    /** {@return what it says of itself as a whole} */
    Map<String, String> information() throws IOException;

    /** Looks at everything in it. */
    PackageReport check() throws IOException;

    /** {@return its files; what describes them goes with them and is no file of its own} */
    List<InboundFile> files() throws IOException;

    @Override
    void close() throws IOException;
}
