package lantai.check;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import lantai.check.CheckRun.Declared;
import lantai.check.CheckRun.State;
import lantai.problem.NotFound;
import lantai.problem.Refused;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** The rows of runs, and the records that each looks at. */
final class CheckRuns {
    private static final String COLUMNS = "select id, stage, kind, subject, fonds, category, year, every, title,"
            + " declared_items, declared_bytes, retest_of, state, policy, total, done, after_code, ordered_at, ordered_by,"
            + " report_id from check_run ";
    private static final String LOOKED_AT = """
             from item i where (:kind = 'ITEM' and i.id = cast(:subject as uuid)
                or :kind = 'BATCH' and i.id in (select d.id from document d where d.batch_id = cast(:subject as uuid))
                or :kind = 'TRANSFER' and i.id in (select t.item_id from transfer_entry t where t.list_id = cast(:subject as uuid))
                or :kind = 'PART' and (:fonds = '' or i.fonds = :fonds) and (:category = '' or i.category = :category)
                    and (cast(:year as int) is null or i.year = :year)
                    and (:every = 1 or mod(abs(cast(hashtext(cast(i.id as text)) as bigint)), :every) = 0))
            """;

    /** {@return how many records a target has} */
    int count(Handle handle, Target target) {
        return bound(handle.createQuery("select count(*)" + LOOKED_AT), target)
                .mapTo(Integer.class)
                .one();
    }

    /** {@return the next records of a target in the order of their codes} */
    List<UUID> next(Handle handle, Target target, String after, int size) {
        return bound(
                        handle.createQuery("select i.id" + LOOKED_AT
                                + " and i.reference_code > :after order by i.reference_code limit :size"),
                        target)
                .bind("after", after)
                .bind("size", size)
                .mapTo(UUID.class)
                .list();
    }

    /** {@return where the codes of a target are counted} */
    List<String> scopes(Handle handle, Target target) {
        return bound(handle.createQuery("select distinct i.code_scope" + LOOKED_AT + " and i.code_scope <> ''"), target)
                .mapTo(String.class)
                .list();
    }

    private static <S extends SqlStatement<S>> S bound(S statement, Target target) {
        return statement
                .bind("kind", target.kind().name())
                .bind("subject", target.subject().orElse(null))
                .bind("fonds", target.fonds())
                .bind("category", target.category())
                .bind("year", target.year().orElse(null))
                .bind("every", target.every());
    }

    void insert(Handle transaction, CheckRun run) {
        bound(transaction.createUpdate("""
                                insert into check_run (id, stage, kind, subject, fonds, category, year, every, title,
                                    declared_items, declared_bytes, retest_of, state, policy, total, done, after_code, tally,
                                    ordered_at, ordered_by)
                                values (:id, :stage, :kind, :subject, :fonds, :category, :year, :every, :title,
                                    :declaredItems, :declaredBytes, :retestOf, :state, :policy, :total, 0, '', '',
                                    :orderedAt, :orderedBy)
                                """), run.target())
                .bind("id", run.id())
                .bind("stage", run.stage().name())
                .bind("title", run.title())
                .bind("declaredItems", boxed(run.declared().records()))
                .bind("declaredBytes", boxed(run.declared().bytes()))
                .bind("retestOf", run.retestOf().orElse(null))
                .bind("state", run.state().name())
                .bind("policy", run.policy())
                .bind("total", run.total())
                .bind("orderedAt", run.orderedAt().atOffset(ZoneOffset.UTC))
                .bind("orderedBy", run.orderedBy())
                .execute();
    }

    private static @org.jspecify.annotations.Nullable Long boxed(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() : null;
    }

    CheckRun get(Handle handle, UUID id) {
        return handle.createQuery(COLUMNS + "where id = :id")
                .bind("id", id)
                .map((row, _) -> run(row))
                .findOne()
                .orElseThrow(() -> new NotFound(CheckProblem.NO_SUCH_RUN, id));
    }

    List<CheckRun> open(Handle handle) {
        return handle.createQuery(COLUMNS + "where state in ('RUNNING', 'PAUSED') order by ordered_at desc")
                .map((row, _) -> run(row))
                .list();
    }

    /**
     * Finds the run that looks at as many records of the same target already. A transfer list is looked at each time it is submitted,
     * for it may have changed. Whoever orders at the same time waits for the other.
     */
    Optional<CheckRun> same(Handle transaction, CheckDesk.Order order, Optional<UUID> retestOf, int total) {
        transaction.execute("lock table check_run in share row exclusive mode");
        return open(transaction).stream()
                .filter(run -> run.stage() == order.stage()
                        && run.target().equals(order.target())
                        && run.target().kind() != Target.Kind.TRANSFER
                        && run.total() == total
                        && run.declared().equals(order.declared())
                        && run.retestOf().equals(retestOf))
                .findFirst();
    }

    String tally(Handle handle, UUID id) {
        return handle.createQuery("select tally from check_run where id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .one();
    }

    /**
     * Moves a run from one state to another.
     *
     * @throws Refused when it is in another
     */
    void move(Handle transaction, UUID id, List<State> from, State to) {
        var moved = transaction
                .createUpdate("update check_run set state = :to where id = :id and state = any (:from)")
                .bind("id", id)
                .bind("to", to.name())
                .bindArray("from", String.class, from.stream().map(State::name).toArray())
                .execute();
        if (moved == 0) {
            throw new Refused(CheckProblem.NOT_NOW, get(transaction, id).state());
        }
    }

    /** {@return whether it still runs; what was found is kept only then} */
    boolean advance(Handle transaction, UUID id, int done, String after, String tally) {
        return transaction
                        .createUpdate("""
                                update check_run set done = :done, after_code = :after, tally = :tally
                                where id = :id and state = 'RUNNING' and done <= :done
                                """)
                        .bind("id", id)
                        .bind("done", done)
                        .bind("after", after)
                        .bind("tally", tally)
                        .execute()
                == 1;
    }

    /** {@return whether it runs; nobody can move it until the transaction ends} */
    boolean isRunning(Handle transaction, UUID id) {
        return transaction
                .createQuery("select state = 'RUNNING' from check_run where id = :id for update")
                .bind("id", id)
                .mapTo(Boolean.class)
                .one();
    }

    void end(Handle transaction, UUID id, UUID report) {
        transaction
                .createUpdate("update check_run set state = 'DONE', report_id = :report, tally = '' where id = :id")
                .bind("id", id)
                .bind("report", report)
                .execute();
    }

    private static CheckRun run(ResultSet row) throws SQLException {
        return new CheckRun(
                row.getObject("id", UUID.class),
                Stage.valueOf(row.getString("stage")),
                new Target(
                        Target.Kind.valueOf(row.getString("kind")),
                        Optional.ofNullable(row.getObject("subject", UUID.class)),
                        row.getString("fonds"),
                        row.getString("category"),
                        Optional.ofNullable(row.getObject("year", Integer.class)),
                        row.getInt("every")),
                row.getString("title"),
                new Declared(number(row, "declared_items"), number(row, "declared_bytes")),
                Optional.ofNullable(row.getObject("retest_of", UUID.class)),
                State.valueOf(row.getString("state")),
                row.getInt("policy"),
                row.getInt("total"),
                row.getInt("done"),
                row.getString("after_code"),
                row.getObject("ordered_at", OffsetDateTime.class).toInstant(),
                row.getString("ordered_by"),
                Optional.ofNullable(row.getObject("report_id", UUID.class)));
    }

    private static OptionalLong number(ResultSet row, String column) throws SQLException {
        var number = row.getObject(column, Long.class);
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }
}
