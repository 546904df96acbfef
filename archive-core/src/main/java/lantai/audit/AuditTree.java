package lantai.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * The hash tree over the linked entries as the database has it: leaf {@code n} is the entry at position {@code n + 1} of the chain.
 * Roots of whole subtrees of 256 leaves and more are kept, so a root or a proof reads a few of them and at most two blocks of entries.
 */
final class AuditTree {
    private static final HexFormat HEX = HexFormat.of();
    static final int BLOCK_LEVEL = 8;
    private static final int BLOCK = 1 << BLOCK_LEVEL;
    private static final int BLOCKS_AT_ONCE = 40;

    private AuditTree() {}

    /** {@return how many entries are linked} */
    static long size(Handle handle) {
        return handle.createQuery("select coalesce(max(position), 0) from audit_chain")
                .mapTo(Long.class)
                .one();
    }

    /**
     * Keeps the roots of further whole blocks, at most 10 240 leaves in one call. The caller sees to it that nobody else does.
     *
     * @return whether nothing is left to keep
     */
    static boolean grow(Handle handle) {
        var size = size(handle);
        var from = handle.createQuery("select coalesce(max(number) + 1, 0) from audit_node where level = :level")
                .bind("level", BLOCK_LEVEL)
                .mapTo(Long.class)
                .one();
        var until = Math.min(size / BLOCK, from + BLOCKS_AT_ONCE);
        var cut = new Cut(handle);
        for (var block = from; block < until; block++) {
            var hash = cut.root(block * BLOCK, BLOCK);
            keep(handle, BLOCK_LEVEL, block, hash);
            var level = BLOCK_LEVEL;
            for (var number = block; (number & 1) == 1; number >>= 1) {
                hash = Merkle.node(cut.root((number - 1) << level, 1L << level), hash);
                level++;
                keep(handle, level, number >> 1, hash);
            }
            cut.forget();
        }
        return until == size / BLOCK;
    }

    /** {@return a look at the tree within one transaction} */
    static Merkle.Subtrees of(Handle handle) {
        return new Cut(handle);
    }

    /** {@return the root over the first {@code size} entries} */
    static byte[] root(Handle handle, long size) {
        return size == 0 ? Merkle.empty() : of(handle).root(0, size);
    }

    /** {@return the root that is kept of a whole subtree} */
    static Optional<String> kept(Handle handle, int level, long number) {
        return level < BLOCK_LEVEL
                ? Optional.empty()
                : handle.createQuery("select hash from audit_node where level = :level and number = :number")
                        .bind("level", level)
                        .bind("number", number)
                        .mapTo(String.class)
                        .findOne();
    }

    private static void keep(Handle handle, int level, long number, byte[] hash) {
        handle.createUpdate("insert into audit_node (level, number, hash) values (:level, :number, :hash)")
                .bind("level", level)
                .bind("number", number)
                .bind("hash", HEX.formatHex(hash))
                .execute();
    }

    private static final class Cut implements Merkle.Subtrees {
        private final Handle handle;
        private final Map<Long, List<byte[]>> blocks = new HashMap<>();

        Cut(Handle handle) {
            this.handle = handle;
        }

        void forget() {
            blocks.clear();
        }

        @Override
        public byte[] root(long start, long size) {
            if (size == 1) {
                return leaf(start);
            }
            if (Long.bitCount(size) == 1 && start % size == 0) {
                var kept = kept(handle, Long.numberOfTrailingZeros(size), start / size);
                if (kept.isPresent()) {
                    return HEX.parseHex(kept.get());
                }
            }
            var split = Merkle.split(size);
            return Merkle.node(root(start, split), root(start + split, size - split));
        }

        private byte[] leaf(long index) {
            var leaves = blocks.computeIfAbsent(index / BLOCK, this::leaves);
            var place = (int) (index % BLOCK);
            if (place >= leaves.size()) {
                throw new IllegalStateException("the audit trail has no entry at position " + (index + 1));
            }
            return leaves.get(place);
        }

        private List<byte[]> leaves(long block) {
            return new ArrayList<>(handle.createQuery("""
                            select e.id, e.at, e.actor_id, e.actor_name, e.at_machine, e.action, e.subject_type,
                                   e.subject_id, cast(e.detail as text) as detail
                            from audit_chain c join audit_entry e on e.id = c.entry_id
                            where c.position > :after and c.position <= :last order by c.position
                            """)
                    .bind("after", block * BLOCK)
                    .bind("last", (block + 1) * BLOCK)
                    .map(ConstructorMapper.of(AuditChain.Row.class))
                    .map(row -> Merkle.leaf(row.canonical()))
                    .list());
        }
    }
}
