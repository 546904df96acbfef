package lantai.web.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lantai.problem.Refused;

/**
 * Runs commands that refuse to run as root. An ordinary user needs nothing; root goes into a user namespace where he is nobody,
 * or, where the machine forbids that, becomes nobody and gives him the folder.
 *
 * @param prefix what stands before each command
 */
record Unprivileged(List<String> prefix) {
    private static final String NOBODY = "65534";

    /**
     * Finds the way of this machine.
     *
     * @param folder what the commands must be able to write
     * @throws Refused when root cannot be left
     */
    static Unprivileged find(Path folder) throws IOException {
        if (!ChildProcess.isRoot()) {
            return new Unprivileged(List.of());
        }
        var unshare = ChildProcess.findProgram("unshare");
        if (unshare.isPresent() && ChildProcess.succeeds(List.of(unshare.get(), "-U", "true"))) {
            return new Unprivileged(List.of(unshare.get(), "-U"));
        }
        var setpriv = ChildProcess.findProgram("setpriv");
        if (setpriv.isPresent()) {
            var prefix = List.of(setpriv.get(), "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
            Files.createDirectories(folder);
            var nobody = new Unprivileged(prefix);
            if (ChildProcess.succeeds(List.of("chown", "-R", NOBODY + ":" + NOBODY, folder.toString()))
                    && ChildProcess.succeeds(nobody.command(List.of("test", "-w", folder.toString())))) {
                return nobody;
            }
        }
        throw new Refused(LaunchProblem.DATABASE_NEEDS_ORDINARY_USER);
    }

    List<String> command(List<String> command) {
        var whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }
}
