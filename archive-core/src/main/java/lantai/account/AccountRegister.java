package lantai.account;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lantai.audit.Actor;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.problem.Malformed;
import lantai.problem.NotFound;
import lantai.problem.Refused;
import org.jdbi.v3.core.Handle;

/**
 * The register of accounts. The caller brings the transaction; every change is audited in it.
 *
 * <p>Rules (agency policy, after the separation of duties of GB/T 22239 level 3): no two of the three administrators'
 * duties in one hand; nobody gives himself a role or disables himself; the last enabled administrator of a kind stays.
 */
public final class AccountRegister {
    /** How many characters a password has at least (agency policy). */
    public static final int SHORTEST_PASSWORD = Passwords.SHORTEST;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9.-]{1,39}");

    private final AuditTrail audit;
    private final InstantSource clock;
    private final Passwords passwords = new Passwords();

    public AccountRegister(AuditTrail audit, InstantSource clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * One page of accounts by sign-in name.
     *
     * @param text part of the sign-in or shown name
     * @param after the last name of the page before
     * @param size accounts on a page
     */
    public record Filter(
            Optional<String> text,
            Optional<UUID> departmentId,
            Optional<Role> role,
            Optional<Boolean> disabled,
            Optional<String> after,
            int size) {
        /** {@return everybody, up to 500} */
        public static Filter all() {
            return new Filter(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 500);
        }
    }

    /** {@return the accounts of one page, by name} */
    public List<Account> list(Handle handle, Filter filter) {
        return handle.createQuery("select " + AccountRows.COLUMNS + " from account a where " + CONDITION
                        + " and (cast(:after as text) is null or a.name > :after) order by a.name limit :size")
                .bindMap(bindings(filter))
                .bind("after", filter.after().orElse(null))
                .bind("size", filter.size())
                .map((row, _) -> AccountRows.account(row, clock.instant()))
                .list();
    }

    /** {@return the accounts of one page in another order than by name; the filter's {@code after} is left out of account} */
    public List<Account> list(Handle handle, Filter filter, AccountOrder order, boolean descending, long offset) {
        return handle.createQuery("select " + AccountRows.COLUMNS + " from account a where " + CONDITION + " order by "
                        + order.expression() + (descending ? " desc nulls last" : " asc nulls last")
                        + ", a.name limit :size offset :offset")
                .bindMap(bindings(filter))
                .bind("size", filter.size())
                .bind("offset", offset)
                .map((row, _) -> AccountRows.account(row, clock.instant()))
                .list();
    }

    /** {@return how many accounts the filter lets through, on all pages together} */
    public long count(Handle handle, Filter filter) {
        return handle.createQuery("select count(*) from account a where " + CONDITION)
                .bindMap(bindings(filter))
                .mapTo(Long.class)
                .one();
    }

    private static final String CONDITION = """
            (cast(:text as text) is null or a.name ilike '%' || :text || '%' or a.display_name ilike '%' || :text || '%')
            and (cast(:department as uuid) is null or a.department_id = :department)
            and (cast(:role as text) is null or :role = any (a.roles))
            and (cast(:disabled as boolean) is null or a.disabled = :disabled)
            """;

    private static Map<String, Object> bindings(Filter filter) {
        var bindings = new java.util.HashMap<String, Object>();
        bindings.put("text", filter.text().orElse(null));
        bindings.put("department", filter.departmentId().orElse(null));
        bindings.put("role", filter.role().map(Role::name).orElse(null));
        bindings.put("disabled", filter.disabled().orElse(null));
        return bindings;
    }

    /**
     * Finds the one with this id.
     *
     * @throws NotFound when there is none
     */
    public Account get(Handle handle, UUID id) {
        return one(handle, "a.id = :key", id).orElseThrow(() -> new NotFound(AccountProblem.NO_SUCH_ACCOUNT, id));
    }

    /**
     * Finds the one with this sign-in name.
     *
     * @throws NotFound when there is none
     */
    public Account called(Handle handle, String name) {
        return named(handle, name).orElseThrow(() -> new NotFound(AccountProblem.NO_SUCH_ACCOUNT, name));
    }

    /** {@return the account with this sign-in name} */
    public Optional<Account> named(Handle handle, String name) {
        return one(handle, "a.name = :key", name);
    }

    /**
     * Adds an account. Without roles it may do nothing until the security administrator gives it some.
     *
     * @throws Malformed when the name is not well formed
     * @throws Refused when the name is taken or the roles may not be in one hand
     */
    public AddedAccount add(Handle transaction, Actor by, NewAccount wanted) {
        if (!NAME.matcher(wanted.name()).matches()) {
            throw new Malformed(AccountProblem.NAME_MALFORMED, wanted.name());
        }
        if (wanted.displayName().isBlank()) {
            throw new Malformed(AccountProblem.DISPLAY_NAME_MISSING);
        }
        if (!wanted.roles().isEmpty()) {
            checkTogether(wanted.roles());
        }
        if (named(transaction, wanted.name()).isPresent()) {
            throw new Refused(AccountProblem.NAME_TAKEN, wanted.name());
        }
        wanted.password().ifPresent(password -> passwords.checkChosen(password, wanted.name()));
        var password = wanted.password().orElseGet(passwords::generate);
        var id = UUID.randomUUID();
        transaction
                .createUpdate("""
                        insert into account (id, name, display_name, department_id, insured_person_id, roles,
                                             password_hash, must_change_password, created_at)
                        values (:id, :name, :displayName, :department, :person, :roles, :hash, :mustChange, :now)
                        """)
                .bind("id", id)
                .bind("name", wanted.name())
                .bind("displayName", wanted.displayName().strip())
                .bind("department", wanted.departmentId().orElse(null))
                .bind("person", wanted.insuredPersonId().orElse(null))
                .bind("roles", names(wanted.roles()))
                .bind("hash", passwords.hash(password))
                .bind("mustChange", wanted.password().isEmpty())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
        audit.record(
                transaction,
                by,
                AuditAction.ACCOUNT_ADDED,
                Subject.of("account", id),
                Map.of("name", wanted.name(), "roles", joined(wanted.roles())));
        return new AddedAccount(get(transaction, id), password);
    }

    /** Changes the shown name and the department. */
    public Account change(Handle transaction, Actor by, UUID id, String displayName, Optional<UUID> departmentId) {
        if (displayName.isBlank()) {
            throw new Malformed(AccountProblem.DISPLAY_NAME_MISSING);
        }
        var before = get(transaction, id);
        transaction
                .createUpdate("update account set display_name = :name, department_id = :department where id = :id")
                .bind("name", displayName.strip())
                .bind("department", departmentId.orElse(null))
                .bind("id", id)
                .execute();
        record(transaction, by, AuditAction.ACCOUNT_CHANGED, before);
        return get(transaction, id);
    }

    /**
     * Gives an account these roles instead of its present ones and ends its sign-ins.
     *
     * @throws Refused when somebody changes his own roles, or a rule forbids the set
     */
    public Account assignRoles(Handle transaction, Actor by, UUID id, Set<Role> roles) {
        var before = get(transaction, id);
        if (by.id().filter(id::equals).isPresent()) {
            throw new Refused(AccountProblem.NOBODY_GIVES_HIMSELF_A_ROLE);
        }
        checkTogether(roles);
        for (var role : Role.ADMINISTRATORS) {
            if (before.roles().contains(role) && !roles.contains(role)) {
                checkNotLast(transaction, before, role);
            }
        }
        transaction
                .createUpdate("update account set roles = :roles where id = :id")
                .bind("roles", names(roles))
                .bind("id", id)
                .execute();
        OpenSignIns.endAllBut(transaction, id, "");
        audit.record(
                transaction,
                by,
                AuditAction.ROLES_CHANGED,
                Subject.of("account", id),
                Map.of("name", before.name(), "before", joined(before.roles()), "after", joined(roles)));
        return get(transaction, id);
    }

    /** Bars an account from now on and ends its sign-ins at once. */
    public void disable(Handle transaction, Actor by, UUID id) {
        var account = get(transaction, id);
        if (by.id().filter(id::equals).isPresent()) {
            throw new Refused(AccountProblem.NOBODY_DISABLES_HIMSELF);
        }
        account.roles().stream()
                .filter(Role.ADMINISTRATORS::contains)
                .forEach(role -> checkNotLast(transaction, account, role));
        transaction
                .createUpdate("update account set disabled = true where id = :id")
                .bind("id", id)
                .execute();
        OpenSignIns.endAllBut(transaction, id, "");
        record(transaction, by, AuditAction.ACCOUNT_DISABLED, account);
    }

    /** Lets a disabled or locked account sign in again. */
    public void enable(Handle transaction, Actor by, UUID id) {
        var account = get(transaction, id);
        transaction
                .createUpdate(
                        "update account set disabled = false, locked_until = null, failed_sign_ins = 0 where id = :id")
                .bind("id", id)
                .execute();
        record(transaction, by, AuditAction.ACCOUNT_ENABLED, account);
    }

    /** Ends the lock after too many failures; a disabled account stays disabled. */
    public void unlock(Handle transaction, Actor by, UUID id) {
        var account = get(transaction, id);
        transaction
                .createUpdate("update account set locked_until = null, failed_sign_ins = 0 where id = :id")
                .bind("id", id)
                .execute();
        record(transaction, by, AuditAction.ACCOUNT_UNLOCKED, account);
    }

    /**
     * Makes a fresh first password and ends the account's sign-ins.
     *
     * @throws Refused for one of the three administrators, whose duty would fall to whoever sees the password; only the operator
     *     at the machine may
     */
    public AddedAccount resetPassword(Handle transaction, Actor by, UUID id) {
        var account = get(transaction, id);
        if (!by.atMachine() && account.roles().stream().anyMatch(Role.ADMINISTRATORS::contains)) {
            throw new Refused(AccountProblem.ADMINISTRATOR_RESET_AT_THE_MACHINE);
        }
        var password = passwords.generate();
        storePassword(transaction, id, password, true);
        OpenSignIns.endAllBut(transaction, id, "");
        record(transaction, by, AuditAction.PASSWORD_RESET, account);
        return new AddedAccount(get(transaction, id), password);
    }

    /**
     * A person's own change of password. {@link SignInDesk#endOthers} ends the account's other sign-ins.
     *
     * @throws Malformed or {@link Refused} when the old one is wrong or the new one breaks a rule
     */
    public void changePassword(Handle transaction, SignedIn who, String before, String after) {
        var account = who.account();
        var stored = transaction
                .createQuery("select password_hash from account where id = :id for update")
                .bind("id", account.id())
                .mapTo(String.class)
                .one();
        if (!passwords.matches(before, stored)) {
            throw new Refused(AccountProblem.OLD_PASSWORD_WRONG);
        }
        if (before.equals(after)) {
            throw new Refused(AccountProblem.PASSWORD_IS_THE_OLD_ONE);
        }
        passwords.checkChosen(after, account.name());
        storePassword(transaction, account.id(), after, false);
        record(transaction, who.actor(), AuditAction.PASSWORD_CHANGED, account);
    }

    /**
     * Gives everything that is open in one person's hands to another.
     *
     * @return how many batches and documents changed hands
     */
    public int handOver(Handle transaction, Actor by, UUID from, UUID to) {
        if (from.equals(to)) {
            throw new Refused(AccountProblem.HAND_OVER_TO_SELF);
        }
        var giver = get(transaction, from);
        var taker = get(transaction, to);
        if (taker.disabled()) {
            throw new Refused(AccountProblem.HAND_OVER_TO_DISABLED, taker.name());
        }
        var batches =
                transaction.createUpdate("""
                        update batch set created_by = :to where created_by = :from
                        and exists (select 1 from document d where d.batch_id = batch.id and d.state <> 'FILED')
                        """).bind("from", from).bind("to", to).execute();
        var documents = transaction
                .createUpdate("update document set changed_by = :to where changed_by = :from and state <> 'FILED'")
                .bind("from", from)
                .bind("to", to)
                .execute();
        transaction
                .createUpdate("update hold set owner_id = :to where owner_id = :from and released_at is null")
                .bind("from", from)
                .bind("to", to)
                .execute();
        audit.record(
                transaction,
                by,
                AuditAction.WORK_HANDED_OVER,
                Subject.of("account", from),
                Map.of(
                        "from", giver.name(),
                        "to", taker.name(),
                        "batches", Integer.toString(batches),
                        "documents", Integer.toString(documents)));
        return batches + documents;
    }

    private void checkTogether(Set<Role> roles) {
        if (roles.isEmpty()) {
            throw new Malformed(AccountProblem.ROLE_MISSING);
        }
        var administrators = EnumSet.copyOf(roles);
        administrators.retainAll(Role.ADMINISTRATORS);
        if (!administrators.isEmpty() && roles.size() > 1) {
            throw new Refused(AccountProblem.ADMINISTRATORS_MUST_BE_DIFFERENT_PEOPLE);
        }
    }

    private void checkNotLast(Handle transaction, Account account, Role role) {
        var others = transaction
                .createQuery("select count(*) from account where :role = any (roles) and not disabled and id <> :id")
                .bind("role", role.name())
                .bind("id", account.id())
                .mapTo(Integer.class)
                .one();
        if (others == 0) {
            throw new Refused(AccountProblem.LAST_ADMINISTRATOR_OF_ITS_KIND, role.chinese());
        }
    }

    private void storePassword(Handle transaction, UUID id, String password, boolean mustChange) {
        transaction
                .createUpdate("""
                        update account set password_hash = :hash, must_change_password = :mustChange,
                                           failed_sign_ins = 0, locked_until = null
                        where id = :id
                        """)
                .bind("hash", passwords.hash(password))
                .bind("mustChange", mustChange)
                .bind("id", id)
                .execute();
    }

    private void record(Handle transaction, Actor by, AuditAction action, Account account) {
        audit.record(transaction, by, action, Subject.of("account", account.id()), Map.of("name", account.name()));
    }

    private Optional<Account> one(Handle handle, String condition, Object key) {
        return handle.createQuery("select " + AccountRows.COLUMNS + " from account a where " + condition)
                .bind("key", key)
                .map((row, _) -> AccountRows.account(row, clock.instant()))
                .findOne();
    }

    private static String[] names(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().toArray(String[]::new);
    }

    private static String joined(Set<Role> roles) {
        return new TreeSet<>(roles).stream().map(Role::name).collect(Collectors.joining(","));
    }
}
