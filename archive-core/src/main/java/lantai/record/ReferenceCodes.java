package lantai.record;

import org.jdbi.v3.core.Handle;

/** Hands out the numbers of reference codes, one counter for each scope. */
public final class ReferenceCodes {
    /** {@return the number of a scope that was handed out last, 0 for none} */
    public int last(Handle handle, String scope) {
        return handle.createQuery("select last from code_sequence where scope = :scope")
                .bind("scope", scope)
                .mapTo(Integer.class)
                .findOne()
                .orElse(0);
    }

    /**
     * The next number of a scope. Two callers at once get two numbers; a number whose transaction is rolled back is given
     * out again, so that no gap arises.
     */
    public int next(Handle transaction, String scope) {
        return transaction
                .createQuery("""
                        insert into code_sequence (scope, last) values (:scope, 1)
                        on conflict (scope) do update set last = code_sequence.last + 1
                        returning last
                        """)
                .bind("scope", scope)
                .mapTo(Integer.class)
                .one();
    }
}
