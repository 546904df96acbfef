package lantai.ingest.reader.child;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import lantai.ingest.reader.ReadingState;
import lantai.ingest.reader.child.ReadingDesk.Opened;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Lists an archive without unpacking it. Archives are kept as they came: the good end is {@code unsupported}, with the
 * names of the entries; the others are encrypted, unsafe names, and a promise to unpack to vastly more than it weighs.
 */
final class ArchiveListing {
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*");
    private static final int MOST = 100_000;
    private static final long LARGE = 200L << 20;
    private static final long RATIO = 200;

    private final Draft draft;
    private final long weight;
    private int entries;
    private long unpacked;
    private boolean encrypted;
    private boolean unsafe;

    private ArchiveListing(Draft draft, long weight) {
        this.draft = draft;
        this.weight = Math.max(1, weight);
    }

    /** Always ends with an {@link Unreadable}, whose state is the outcome. */
    static void read(Opened opened, Draft draft) throws IOException, Unreadable {
        var listing = new ArchiveListing(draft, Files.size(opened.file()));
        switch (opened.mime()) {
            case "application/zip", "application/java-archive", "application/vnd.android.package-archive" ->
                listing.zip(opened.file());
            case "application/x-7z-compressed" -> listing.sevenZip(opened.file());
            case "application/x-tar", "application/x-gtar" -> listing.tar(opened.file());
            default -> {}
        }
        throw listing.outcome();
    }

    private Unreadable outcome() {
        if (unsafe) {
            return new Unreadable(ReadingState.UNSAFE_NAME, "an entry would be written outside its folder");
        }
        if (unpacked > LARGE && unpacked / weight > RATIO) {
            return new Unreadable(ReadingState.BOMB, "would unpack to " + (unpacked >> 20) + " MB");
        }
        if (encrypted) {
            return new Unreadable(ReadingState.ENCRYPTED, "needs a password");
        }
        return new Unreadable(ReadingState.UNSUPPORTED, "an archive of %d entries, kept closed".formatted(entries));
    }

    private void zip(Path file) throws IOException {
        try (var zip = ZipFile.builder().setPath(file).get()) {
            for (var all = zip.getEntries(); all.hasMoreElements() && entries < MOST; ) {
                var entry = all.nextElement();
                encrypted |= entry.getGeneralPurposeBit().usesEncryption();
                note(entry, entry.isUnixSymlink());
            }
        }
    }

    private void sevenZip(Path file) throws IOException {
        try (var archive = SevenZFile.builder()
                .setPath(file)
                .setMaxMemoryLimitKiB(64 * 1024)
                .get()) {
            for (var entry : archive.getEntries()) {
                note(entry, false);
            }
        }
    }

    private void tar(Path file) throws IOException {
        try (var in = new TarArchiveInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (var entry = in.getNextEntry(); entry != null && entries < MOST; entry = in.getNextEntry()) {
                note(entry, entry.isSymbolicLink() || entry.isLink());
            }
        }
    }

    private void note(ArchiveEntry entry, boolean link) {
        entries++;
        var name = entry.getName() == null ? "" : entry.getName();
        unsafe |= isUnsafe(entry, name) || link;
        unpacked += Math.max(0, entry.getSize());
        draft.entry(name);
    }

    private static boolean isUnsafe(ArchiveEntry entry, String name) {
        var raw = entry instanceof ZipArchiveEntry zip && zip.getRawName() != null ? zip.getRawName() : new byte[0];
        for (var b : raw) {
            if (b == 0) {
                return true;
            }
        }
        var path = name.replace('\\', '/');
        return path.startsWith("/")
                || DRIVE.matcher(path).matches()
                || path.equals("..")
                || path.startsWith("../")
                || path.contains("/../")
                || path.endsWith("/..")
                || name.indexOf('\0') >= 0;
    }
}
