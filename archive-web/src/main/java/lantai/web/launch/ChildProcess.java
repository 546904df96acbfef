package lantai.web.launch;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How child processes are started on this machine. */
final class ChildProcess {
    private static final long LARGE_LOG = 10L << 20;

    private ChildProcess() {}

    /**
     * A command that is not hit by a Ctrl-C at the terminal, so that the supervisor can stop its children in order.
     *
     * @param log where its output goes, appended; a log above 10 MB is set aside first
     */
    static ProcessBuilder of(List<String> command, Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LARGE_LOG) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        var whole = new ArrayList<String>();
        findProgram("setsid").ifPresent(whole::add);
        whole.addAll(command);
        return new ProcessBuilder(whole)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    }

    static boolean isRoot() {
        return new UnixSystem().getUid() == 0;
    }

    /** Runs a command to its end and tells whether it liked to. */
    static boolean succeeds(List<String> command) throws IOException {
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return waitFor(process) == 0;
    }

    static int waitFor(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for a process", interrupted);
        }
    }

    static Optional<String> findProgram(String name) {
        for (var folder : List.of("/usr/bin", "/bin", "/usr/sbin", "/sbin")) {
            var program = Path.of(folder, name);
            if (Files.isExecutable(program)) {
                return Optional.of(program.toString());
            }
        }
        return Optional.empty();
    }
}
