package lantai.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import lantai.account.AccountRegister;
import lantai.account.AddedAccount;
import lantai.account.NewAccount;
import lantai.account.Role;
import lantai.audit.Actor;
import lantai.audit.AuditAction;
import lantai.audit.AuditEntry;
import lantai.audit.AuditLog;
import lantai.audit.AuditTrail;
import lantai.database.Database;
import lantai.key.KeyRing;
import lantai.person.IdNumber;
import lantai.person.PersonRegister;
import lantai.web.launch.RunningArchive;

/** People for tests, put into the database of a running archive. */
public final class Staff {
    private Staff() {}

    /** Adds an account. */
    public static AddedAccount add(LantaiServer server, String name, Role... roles) {
        return addAll(server, List.of(name), roles).getFirst();
    }

    /** Adds accounts named with a number behind, from 01. */
    public static void addMany(LantaiServer server, String name, int many, Role... roles) {
        addAll(
                server,
                IntStream.rangeClosed(1, many)
                        .mapToObj(number -> "%s-%02d".formatted(name, number))
                        .toList(),
                roles);
    }

    private static List<AddedAccount> addAll(LantaiServer server, List<String> names, Role... roles) {
        try (var database = Database.open(RunningArchive.find(server.data()).database(Map.of()))) {
            var register = new AccountRegister(new AuditTrail(InstantSource.system()), InstantSource.system());
            return database.jdbi()
                    .inTransaction(transaction -> names.stream()
                            .map(name -> register.add(
                                    transaction,
                                    Actor.SYSTEM,
                                    new NewAccount(
                                            name,
                                            "样例·" + name,
                                            Optional.empty(),
                                            Set.of(roles),
                                            Optional.empty(),
                                            Optional.empty())))
                            .toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Registers an insured person, as filing her first paper does. */
    public static void register(LantaiServer server, String number, String name) {
        try (var database = Database.open(RunningArchive.find(server.data()).database(Map.of()))) {
            var clock = InstantSource.system();
            var persons = new PersonRegister(KeyRing.open(server.data().resolve("keys")), new AuditTrail(clock), clock);
            database.jdbi()
                    .useTransaction(transaction -> persons.register(
                            transaction, Actor.SYSTEM, IdNumber.parse(number).orElseThrow(), name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** {@return what was audited of one kind, newest first} */
    public static List<AuditEntry> audited(LantaiServer server, AuditAction action) {
        try (var database = Database.open(RunningArchive.find(server.data()).database(Map.of()))) {
            var filter = new AuditLog.Filter(
                    Optional.empty(),
                    Optional.of(action),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    100);
            return database.jdbi().withHandle(handle -> new AuditLog().list(handle, filter));
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
