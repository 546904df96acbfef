package lantai.ingest.reader.child;

import java.util.Arrays;
import org.apache.pdfbox.text.TextPosition;

/**
 * Remembers the characters of a page by their places, since some programs draw bold letters by drawing them twice, a little
 * apart.
 */
final class DrawnOnce {
    private static final int MASK = (1 << 20) - 1;

    /** Keys by hash, 0 where none is; never more than half full. */
    private long[] keys = new long[1 << 12];

    private int size;

    void clear() {
        Arrays.fill(keys, 0);
        size = 0;
    }

    /** {@return whether the character is new, and not drawn a second time within a quarter of its width} */
    boolean add(TextPosition text) {
        var reach = Math.max(0.1f, text.getWidthDirAdj() / 4);
        var x = text.getX();
        var y = text.getY();
        // cells are twice as wide as the reach: all neighbours within reach lie in at most four of them
        var left = cell(x - reach, reach);
        var right = cell(x + reach, reach);
        var top = cell(y - reach, reach);
        var bottom = cell(y + reach, reach);
        var character = (long) text.getUnicode().codePointAt(0) << 40;
        if (has(character | left << 20 | top)
                || (right != left && has(character | right << 20 | top))
                || (bottom != top && has(character | left << 20 | bottom))
                || (right != left && bottom != top && has(character | right << 20 | bottom))) {
            return false;
        }
        put(character | cell(x, reach) << 20 | cell(y, reach));
        return true;
    }

    private static long cell(float place, float reach) {
        return (long) Math.floor(place / (2 * reach)) & MASK;
    }

    private boolean has(long key) {
        return keys[slot(key)] == key;
    }

    private void put(long key) {
        if (2 * ++size > keys.length) {
            var before = keys;
            keys = new long[2 * before.length];
            for (var old : before) {
                if (old != 0) {
                    keys[slot(old)] = old;
                }
            }
        }
        keys[slot(key)] = key;
    }

    private int slot(long key) {
        var mixed = key * 0x9E3779B97F4A7C15L;
        var slot = (int) (mixed >>> 40) & (keys.length - 1);
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }
}
