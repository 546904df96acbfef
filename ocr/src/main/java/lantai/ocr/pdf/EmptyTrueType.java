package lantai.ocr.pdf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** The smallest TrueType font that readers accept: two empty glyphs, each one em wide. */
final class EmptyTrueType {

    private static final int EM = 1000;
    private static final int CHECKSUM_BASE = 0xB1B0AFBA;

    private EmptyTrueType() {}

    static byte[] bytes() {
        Map<String, byte[]> tables = new TreeMap<>();
        tables.put("head", head(0));
        tables.put("hhea", hhea());
        tables.put("hmtx", shorts(EM, 0, EM, 0));
        tables.put("loca", shorts(0, 0, 0));
        tables.put("glyf", new byte[4]);
        tables.put("maxp", maxp());
        tables.put("cmap", shorts(0, 1, 3, 1, 0, 12, 4, 24, 0, 2, 2, 0, 0, 0xFFFF, 0, 0xFFFF, 1, 0));
        byte[] font = assemble(tables);
        tables.put("head", head(CHECKSUM_BASE - checksum(font)));
        return assemble(tables);
    }

    private static byte[] head(int adjustment) {
        return ByteBuffer.allocate(54)
                .putInt(0x00010000)
                .putInt(0x00010000)
                .putInt(adjustment)
                .putInt(0x5F0F3CF5)
                .putShort((short) 3)
                .putShort((short) EM)
                .putLong(0)
                .putLong(0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) EM)
                .putShort((short) EM)
                .putShort((short) 0)
                .putShort((short) 8)
                .putShort((short) 2)
                .putShort((short) 0)
                .putShort((short) 0)
                .array();
    }

    private static byte[] hhea() {
        return ByteBuffer.allocate(36)
                .putInt(0x00010000)
                .putShort((short) EM)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) EM)
                .putShort(34, (short) 2)
                .array();
    }

    private static byte[] maxp() {
        return ByteBuffer.allocate(32)
                .putInt(0x00010000)
                .putShort((short) 2)
                .putShort(14, (short) 1)
                .array();
    }

    private static byte[] shorts(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * values.length);
        for (int value : values) {
            bytes.putShort((short) value);
        }
        return bytes.array();
    }

    private static byte[] assemble(Map<String, byte[]> tables) {
        int count = tables.size();
        int size = 12 + 16 * count;
        for (byte[] table : tables.values()) {
            size += padded(table);
        }
        int power = Integer.highestOneBit(count);
        ByteBuffer font = ByteBuffer.allocate(size)
                .putInt(0x00010000)
                .putShort((short) count)
                .putShort((short) (power * 16))
                .putShort((short) Integer.numberOfTrailingZeros(power))
                .putShort((short) (count * 16 - power * 16));
        int offset = 12 + 16 * count;
        for (Map.Entry<String, byte[]> table : tables.entrySet()) {
            font.put(table.getKey().getBytes(StandardCharsets.US_ASCII));
            font.putInt(checksum(table.getValue()));
            font.putInt(offset);
            font.putInt(table.getValue().length);
            font.put(offset, table.getValue());
            offset += padded(table.getValue());
        }
        return font.array();
    }

    private static int padded(byte[] table) {
        return (table.length + 3) / 4 * 4;
    }

    private static int checksum(byte[] bytes) {
        ByteBuffer whole = ByteBuffer.wrap(java.util.Arrays.copyOf(bytes, padded(bytes)));
        int sum = 0;
        while (whole.hasRemaining()) {
            sum += whole.getInt();
        }
        return sum;
    }
}
