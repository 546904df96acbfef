package lantai.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import lantai.account.AccountRegister;
import lantai.account.AddedAccount;
import lantai.account.NewAccount;
import lantai.account.Role;
import lantai.audit.Actor;
import lantai.audit.AuditTrail;
import lantai.database.Database;
import lantai.web.launch.RunningArchive;

/** People for tests, put into the database of a running archive. */
public final class Staff {
    private Staff() {}

    /** Adds an account. */
    public static AddedAccount add(LantaiServer server, String name, Role... roles) {
        try (var database = Database.open(RunningArchive.find(server.data()).database(Map.of()))) {
            var register = new AccountRegister(new AuditTrail(InstantSource.system()), InstantSource.system());
            return database.jdbi()
                    .inTransaction(transaction -> register.add(
                            transaction,
                            Actor.SYSTEM,
                            new NewAccount(
                                    name,
                                    "样例·" + name,
                                    Optional.empty(),
                                    Set.of(roles),
                                    Optional.empty(),
                                    Optional.empty())));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** {@return a token for an account, as the command {@code token} prints it} */
    public static String token(LantaiServer server, String name) {
        return command("token", "--data", server.data().toString(), "--user", name)
                .output()
                .strip();
    }

    /**
     * What a command of the front door did.
     *
     * @param output what it wrote to its standard output
     */
    public record Ended(int code, String output) {}

    /** Runs a command of the front door to its end. */
    public static Ended command(String... arguments) {
        try {
            var process = LantaiServer.command(arguments)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(3, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("does not end: " + String.join(" ", arguments));
            }
            return new Ended(process.exitValue(), output);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
