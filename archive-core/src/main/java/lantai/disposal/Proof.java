package lantai.disposal;

import java.util.List;

/**
 * What an independent search for remains has found.
 *
 * @param looked where it looked, and at how much
 * @param kept what stays by rule
 * @param shared contents that others own as well and keep, by SHA-256
 * @param remains what should not be there any more
 */
public record Proof(List<Looked> looked, List<Stays> kept, List<Shared> shared, List<Remains> remains) {
    public Proof {
        looked = List.copyOf(looked);
        kept = List.copyOf(kept);
        shared = List.copyOf(shared);
        remains = List.copyOf(remains);
    }

    /**
     * One place looked through.
     *
     * @param kind {@code folder}, {@code table} or {@code register}
     * @param things files, columns or items looked at
     */
    public record Looked(String kind, String place, long things) {}

    /** A table in which the id stays by rule. */
    public record Stays(String table, String reason) {}

    /** A content that another owner keeps. */
    public record Shared(String sha256, String owner) {}

    /**
     * Something that is still there.
     *
     * @param what the path, the column, or the register
     * @param of which item, object or digest it tells
     */
    public record Remains(String place, String what, String of) {}

    /** {@return whether nothing was found} */
    public boolean clean() {
        return remains.isEmpty();
    }
}
