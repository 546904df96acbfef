package lantai.web.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import lantai.problem.Refused;
import lantai.problem.Unavailable;

/** Looks before anything is started whether it can work at all. */
final class Preflight {
    private static final long GIBIBYTE = 1L << 30;
    private static final long LEAST_FREE = GIBIBYTE;
    private static final long COMFORTABLE = 5 * GIBIBYTE;

    private final Announcer announcer;

    Preflight(Announcer announcer) {
        this.announcer = announcer;
    }

    /**
     * Makes the data folder, readable by its owner only, and tries it.
     *
     * @throws Refused when nothing can be written there
     */
    void prepareFolder(Path data) {
        try {
            if (!Files.isDirectory(data)) {
                Files.createDirectories(data);
                ownerOnly(data);
            }
            for (var name : new String[] {"logs", "keys", "staging"}) {
                Files.createDirectories(data.resolve(name));
            }
            ownerOnly(data.resolve("keys"));
            Files.delete(Files.createTempFile(data, "probe", ".tmp"));
        } catch (IOException failure) {
            throw new Refused(LaunchProblem.FOLDER_NOT_WRITABLE, data);
        }
    }

    private static void ownerOnly(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /**
     * Looks at the disk.
     *
     * @throws Refused below 1 GB, where an archive would soon stop in the middle of its work
     */
    void checkSpace(Path data) {
        try {
            checkSpace(data, Files.getFileStore(data).getUsableSpace());
        } catch (IOException failure) {
            throw new Refused(LaunchProblem.FOLDER_NOT_WRITABLE, data);
        }
    }

    void checkSpace(Path data, long freeBytes) {
        if (freeBytes < LEAST_FREE) {
            throw new Refused(LaunchProblem.DISK_NEARLY_FULL, data, mebibytes(freeBytes));
        }
        if (freeBytes < COMFORTABLE) {
            announcer.announce("launch.space-is-short", data, mebibytes(freeBytes));
        }
    }

    /**
     * Finds the port to listen on.
     *
     * @throws Refused when another program listens there, or the address is not one of this machine
     */
    static int findPort(String host, int port) {
        var address = address(host);
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw port == 0
                    ? new Unavailable(LaunchProblem.PORT_TAKEN, host, port)
                    : new Refused(LaunchProblem.PORT_TAKEN, host, port);
        }
    }

    private static InetAddress address(String host) {
        try {
            var address = InetAddress.getByName(host);
            if (address.isAnyLocalAddress() || NetworkInterface.getByInetAddress(address) != null) {
                return address;
            }
        } catch (IOException _) {
            throw new Refused(LaunchProblem.HOST_NOT_HERE, host);
        }
        throw new Refused(LaunchProblem.HOST_NOT_HERE, host);
    }

    private static long mebibytes(long bytes) {
        return bytes >> 20;
    }
}
