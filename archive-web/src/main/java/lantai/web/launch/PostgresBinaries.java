package lantai.web.launch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.regex.Pattern;
import lantai.problem.Unavailable;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL, which come in a jar for each kind of machine and are unpacked once into the data folder. */
final class PostgresBinaries {
    /** The version stands in the name of the jar only. */
    private static final Pattern VERSION = Pattern.compile("-(\\d[\\d.]*)\\.jar!");

    private PostgresBinaries() {}

    /**
     * Unpacks them, unless they are there.
     *
     * @param folder the folder {@code postgres} of the data folder
     * @return the folder with {@code bin}, {@code lib} and {@code share}
     * @throws Unavailable when there are none for this kind of machine
     */
    static Path unpack(Path folder) throws IOException {
        var archive = archive();
        var target = folder.resolve("bin-" + version(archive));
        if (Files.isDirectory(target)) {
            return target;
        }
        var fresh = folder.resolve(target.getFileName() + ".new");
        FolderTree.delete(fresh);
        Files.createDirectories(fresh);
        try (var packed = archive.openStream();
                var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(tar, entry, fresh.resolve(entry.getName()).normalize());
            }
        }
        Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        return target;
    }

    private static URL archive() {
        var mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
        var arm = System.getProperty("os.arch").equals("aarch64");
        var name = "postgres-" + (mac ? "darwin" : "linux") + (arm ? "-arm_64" : "-x86_64") + ".txz";
        var archive = PostgresBinaries.class.getResource("/" + name);
        if (archive == null) {
            throw new Unavailable(LaunchProblem.DATABASE_BINARIES_MISSING, name);
        }
        return archive;
    }

    private static String version(URL archive) {
        var version = VERSION.matcher(archive.toString());
        return version.find() ? version.group(1) : "unversioned";
    }

    private static void write(InputStream in, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
        } else if (entry.isSymbolicLink()) {
            Files.createDirectories(target.resolveSibling("."));
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.createDirectories(target.resolveSibling("."));
            Files.copy(in, target);
            if ((entry.getMode() & 0100) != 0) {
                Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }
}
