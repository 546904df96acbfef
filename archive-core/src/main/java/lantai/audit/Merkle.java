package lantai.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * The hash tree of RFC 6962, section 2, with SHA-256: a leaf is SHA-256 of 0x00 and its bytes, a node SHA-256 of 0x01 and its two
 * children; a tree that is not full is split at the largest power of two smaller than its size.
 */
final class Merkle {
    /** Knows the roots of subtrees. */
    interface Subtrees {
        /** {@return the root over the leaves from {@code start} on, {@code size} of them; size at least 1} */
        byte[] root(long start, long size);
    }

    private Merkle() {}

    static byte[] empty() {
        return sha256().digest();
    }

    static byte[] leaf(byte[] bytes) {
        var digest = sha256();
        digest.update((byte) 0);
        return digest.digest(bytes);
    }

    static byte[] node(byte[] left, byte[] right) {
        var digest = sha256();
        digest.update((byte) 1);
        digest.update(left);
        return digest.digest(right);
    }

    /** {@return where a tree of at least 2 leaves is split} */
    static long split(long size) {
        return Long.highestOneBit(size - 1);
    }

    /** {@return the hashes that lead from one leaf to the root, lowest first} */
    static List<byte[]> inclusion(Subtrees tree, long index, long size) {
        var path = new ArrayList<byte[]>();
        inclusion(tree, index, 0, size, path);
        return path;
    }

    private static void inclusion(Subtrees tree, long index, long start, long size, List<byte[]> path) {
        if (size == 1) {
            return;
        }
        var split = split(size);
        if (index < split) {
            inclusion(tree, index, start, split, path);
            path.add(tree.root(start + split, size - split));
        } else {
            inclusion(tree, index - split, start + split, size - split, path);
            path.add(tree.root(start, split));
        }
    }

    /** {@return the hashes that show a tree of {@code from} leaves to be the beginning of one of {@code to}, 1 ≤ from ≤ to} */
    static List<byte[]> consistency(Subtrees tree, long from, long to) {
        var path = new ArrayList<byte[]>();
        consistency(tree, from, 0, to, true, path);
        return path;
    }

    private static void consistency(Subtrees tree, long from, long start, long size, boolean known, List<byte[]> path) {
        if (from == size) {
            if (!known) {
                path.add(tree.root(start, size));
            }
            return;
        }
        var split = split(size);
        if (from <= split) {
            consistency(tree, from, start, split, known, path);
            path.add(tree.root(start + split, size - split));
        } else {
            consistency(tree, from - split, start + split, size - split, false, path);
            path.add(tree.root(start, split));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
