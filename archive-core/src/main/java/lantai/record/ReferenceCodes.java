package lantai.record;

import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * Hands out the numbers of reference codes, one counter for each scope. Two callers at once get two numbers; a number whose
 * transaction is rolled back is given out again, so that no gap arises.
 */
public final class ReferenceCodes {
    private final String table;

    private ReferenceCodes(String table) {
        this.table = table;
    }

    /** The numbers of items. */
    public ReferenceCodes() {
        this("code_sequence");
    }

    /** {@return the numbers of volumes and boxes, counted apart from those of items} */
    public static ReferenceCodes ofGroups() {
        return new ReferenceCodes("group_sequence");
    }

    /** {@return the number of a scope that was handed out last, 0 for none} */
    public int last(Handle handle, String scope) {
        return handle.createQuery("select last from " + table + " where scope = :scope")
                .bind("scope", scope)
                .mapTo(Integer.class)
                .findOne()
                .orElse(0);
    }

    /** {@return the next number of a scope} */
    public int next(Handle transaction, String scope) {
        return take(transaction, scope, 1);
    }

    /**
     * Takes several numbers of several scopes. Scopes are taken in the order of their names, so that two callers never wait for
     * each other in a ring.
     *
     * @param wanted how many of each scope
     * @return the first number of each scope; the others follow it
     */
    public Map<String, Integer> take(Handle transaction, Map<String, Integer> wanted) {
        var first = new TreeMap<String, Integer>();
        new TreeMap<>(wanted).forEach((scope, number) -> first.put(scope, take(transaction, scope, number)));
        return first;
    }

    /** Makes sure that a number which came from outside is never handed out again. */
    public void reach(Handle transaction, String scope, int number) {
        transaction
                .createUpdate("insert into " + table + " as s (scope, last) values (:scope, :number)"
                        + " on conflict (scope) do update set last = greatest(s.last, excluded.last)")
                .bind("scope", scope)
                .bind("number", number)
                .execute();
    }

    /** Gives back the number that was handed out last, when nothing bears it any more; another one stays a gap. */
    public void giveBack(Handle transaction, String scope, int number) {
        transaction
                .createUpdate("update " + table + " set last = last - 1 where scope = :scope and last = :number")
                .bind("scope", scope)
                .bind("number", number)
                .execute();
    }

    private int take(Handle transaction, String scope, int number) {
        return transaction
                        .createQuery("insert into " + table + " as s (scope, last) values (:scope, :number)"
                                + " on conflict (scope) do update set last = s.last + :number returning last")
                        .bind("scope", scope)
                        .bind("number", number)
                        .mapTo(Integer.class)
                        .one()
                - number
                + 1;
    }
}
