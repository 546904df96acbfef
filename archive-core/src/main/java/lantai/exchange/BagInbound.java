package lantai.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import lantai.classification.SecrecyMarks;
import lantai.exchange.PackageReport.Issue;
import lantai.exchange.PackageReport.Severity;

/** A bag as it goes to the inbox. The folders of an archive like this one come in as their masters with their descriptions. */
final class BagInbound implements Inbound {
    private final Bag bag;

    BagInbound(Bag bag) {
        this.bag = bag;
    }

    @Override
    public String name() {
        return bag.name();
    }

    @Override
    public String manifest() throws IOException {
        return bag.manifest();
    }

    @Override
    public Map<String, String> information() throws IOException {
        return bag.information();
    }

    @Override
    public PackageReport check() throws IOException {
        var report = bag.check();
        if (!report.isValid()) {
            return report;
        }
        var issues = new ArrayList<>(report.issues());
        for (var file : files()) {
            Stream.concat(Stream.of(file.path()), file.said().values().stream())
                    .flatMap(said -> SecrecyMarks.USUAL.in(said).stream())
                    .findFirst()
                    .ifPresent(mark -> issues.add(new Issue(Severity.ERROR, "STATE_SECRET", file.path(), mark)));
        }
        return new PackageReport(report.format(), issues, report.facts());
    }

    @Override
    public List<InboundFile> files() throws IOException {
        var common = new TreeMap<String, String>();
        information().forEach((label, value) -> common.put(InboundFile.BAG + label, value));
        common.put(InboundFile.PACKAGE, name());
        var payload = bag.payload();
        var records = new TreeMap<String, OwnRecord>();
        for (var file : payload) {
            var folder = file.getParent();
            if (folder != null && PackageTree.last(file).equals(OwnRecord.DESCRIPTION)) {
                OwnRecord.read(folder).ifPresent(own -> records.put(below(folder), own));
            }
        }
        var files = new ArrayList<InboundFile>();
        records.forEach((folder, own) -> files.addAll(own.files(folder, common)));
        for (var file : payload) {
            if (!isWithin(file, records.keySet())) {
                files.add(new InboundFile(file, below(file), common));
            }
        }
        return files;
    }

    private boolean isWithin(Path file, Set<String> folders) {
        var above = new HashSet<String>();
        for (var folder = file.getParent(); folder != null && !folder.equals(bag.data()); folder = folder.getParent()) {
            above.add(below(folder));
        }
        return folders.stream().anyMatch(above::contains);
    }

    private String below(Path file) {
        return bag.data()
                .relativize(file)
                .toString()
                .replace(file.getFileSystem().getSeparator(), "/");
    }

    @Override
    public void close() throws IOException {
        bag.close();
    }
}
