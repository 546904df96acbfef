package lantai.audit;

import java.util.ArrayList;
import java.util.List;

/** A tree that grows leaf by leaf and keeps only the roots of its whole subtrees, one for each bit of its size. Not thread-safe. */
final class Frontier {
    private final List<byte[]> roots = new ArrayList<>();
    private long size;

    /** Told of every whole subtree, lowest first: its level (0 for a leaf), its number within the level, its root. */
    interface Whole {
        void is(int level, long number, byte[] root);
    }

    void add(byte[] leaf, Whole whole) {
        var hash = leaf;
        whole.is(0, size, hash);
        var level = 0;
        for (var rest = size; (rest & 1) == 1; rest >>= 1) {
            hash = Merkle.node(roots.removeLast(), hash);
            level++;
            whole.is(level, rest >> 1, hash);
        }
        roots.add(hash);
        size++;
    }

    byte[] root() {
        if (roots.isEmpty()) {
            return Merkle.empty();
        }
        var root = roots.getLast();
        for (var i = roots.size() - 2; i >= 0; i--) {
            root = Merkle.node(roots.get(i), root);
        }
        return root;
    }
}
