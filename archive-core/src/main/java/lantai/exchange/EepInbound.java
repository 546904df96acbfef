package lantai.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lantai.exchange.OwnRecord.Master;
import lantai.exchange.PackageReport.Issue;
import lantai.exchange.PackageReport.Severity;
import lantai.storage.FixityDigest;
import lantai.transfer.EepFile;

/** Packages of DA/T 48-2009 as they go to the inbox: the files of each are one record, described as it says. */
final class EepInbound implements Inbound {
    private static final String DIGESTS = "其他/数字摘要清单-SM3.txt";

    private final PackageTree tree;
    private final List<Path> packages;
    private final Path folder;

    EepInbound(PackageTree tree, List<Path> packages, Path temporary) throws IOException {
        this.tree = tree;
        this.packages = packages;
        this.folder = Files.createTempDirectory(temporary, "eep");
    }

    /** {@return the packages in a folder, by path} */
    static List<Path> packages(PackageTree tree) throws IOException {
        try (var files = Files.walk(tree.root())) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(EepFile::isOne)
                    .sorted()
                    .toList();
        }
    }

    @Override
    public String name() {
        return tree.name();
    }

    @Override
    public String manifest() throws IOException {
        var lines = new StringBuilder();
        for (var eep : packages) {
            lines.append(FixityDigest.of(eep).sha256()).append('\n');
        }
        return FixityDigest.sha256(lines.toString());
    }

    @Override
    public Map<String, String> information() {
        return Map.of();
    }

    @Override
    public PackageReport check() throws IOException {
        var issues = new ArrayList<Issue>();
        var files = 0;
        for (var eep : packages) {
            var unpacked = Files.createTempDirectory(folder, "check");
            for (var fault : new EepFile(eep).faults(unpacked)) {
                issues.add(new Issue(
                        fault.grave() ? Severity.ERROR : Severity.WARNING, fault.code(), below(eep), fault.message()));
            }
            delete(unpacked);
            files++;
        }
        digests(issues);
        return new PackageReport("eep", issues, Map.of("packages", Integer.toString(files)));
    }

    /** The list of digests of a transfer (docs/transfer.md), where there is one. */
    private void digests(List<Issue> issues) throws IOException {
        var list = tree.root().resolve(DIGESTS);
        if (!Files.isRegularFile(list)) {
            return;
        }
        for (var line : Files.readAllLines(list, StandardCharsets.UTF_8)) {
            var path = line.length() > 66 ? line.substring(66) : "";
            var file = BagPath.isSafe(path) ? tree.root().resolve(path) : list.resolveSibling("?");
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                issues.add(new Issue(Severity.ERROR, "FILE_MISSING", path, "listed, but not there"));
            } else if (!FixityDigest.of(file).sm3().equals(line.substring(0, 64))) {
                issues.add(new Issue(Severity.ERROR, "DIGEST_DIFFERS", path, "not what its SM3 says"));
            }
        }
    }

    @Override
    public List<InboundFile> files() throws IOException {
        var files = new ArrayList<InboundFile>();
        for (var eep : packages) {
            var unpacked = Files.createTempDirectory(folder, "files");
            var content = new EepFile(eep).read(unpacked);
            var masters = content.documents().stream()
                    .map(document -> new Master(document.file(), document.name()))
                    .toList();
            var record = below(eep).replaceFirst("\\.xml$", "");
            var common = new TreeMap<String, String>();
            common.put(InboundFile.PACKAGE, name());
            files.addAll(OwnRecord.described(record, masters, content.said(), common));
        }
        return files;
    }

    private String below(Path file) {
        return tree.root()
                .relativize(tree.zip().isPresent() ? file : file.toAbsolutePath())
                .toString()
                .replace(file.getFileSystem().getSeparator(), "/");
    }

    private static void delete(Path folder) throws IOException {
        try (var walk = Files.walk(folder)) {
            for (var path : walk.toList().reversed()) {
                Files.delete(path);
            }
        }
    }

    @Override
    public void close() throws IOException {
        delete(folder);
        tree.close();
    }
}
