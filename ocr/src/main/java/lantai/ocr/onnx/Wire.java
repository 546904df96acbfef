package lantai.ocr.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Protocol buffers as they lie in a file, without a schema: what is not understood stays as it is. */
final class Wire {

    static final int VARINT = 0;
    static final int FIXED64 = 1;
    static final int BYTES = 2;
    static final int FIXED32 = 5;

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private Wire() {}

    /**
     * One field of a message.
     *
     * @param number as the schema gives it
     * @param type {@link #VARINT}, {@link #FIXED64}, {@link #BYTES} or {@link #FIXED32}
     * @param value of a field that is a number; 0 otherwise
     * @param bytes of a field that is a text or a message, not to be moved on; empty otherwise
     */
    record Field(int number, int type, long value, ByteBuffer bytes) {

        static Field of(int number, ByteBuffer bytes) {
            return new Field(number, BYTES, 0, bytes);
        }

        static Field of(int number, String text) {
            return of(number, StandardCharsets.UTF_8.encode(text));
        }

        static Field of(int number, long value) {
            return new Field(number, VARINT, value, NOTHING);
        }

        static Field of(int number, float value) {
            return new Field(number, FIXED32, Float.floatToRawIntBits(value), NOTHING);
        }

        String text() {
            return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
        }
    }

    /**
     * The fields of a message in their order.
     *
     * @throws IllegalArgumentException when these bytes are no message
     */
    static List<Field> fields(ByteBuffer message) {
        List<Field> fields = new ArrayList<>();
        ByteBuffer in = message.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        while (in.hasRemaining()) {
            long key = varint(in);
            fields.add(field((int) (key >>> 3), (int) key & 7, in));
        }
        return fields;
    }

    private static Field field(int number, int type, ByteBuffer in) {
        return switch (type) {
            case VARINT -> Field.of(number, varint(in));
            case FIXED64 -> new Field(number, type, need(in, Long.BYTES).getLong(), NOTHING);
            case FIXED32 -> new Field(number, type, need(in, Integer.BYTES).getInt(), NOTHING);
            case BYTES -> {
                long length = varint(in);
                need(in, length);
                ByteBuffer bytes = in.slice(in.position(), (int) length);
                in.position(in.position() + (int) length);
                yield Field.of(number, bytes);
            }
            default -> throw new IllegalArgumentException("no protocol buffer: type " + type);
        };
    }

    private static ByteBuffer need(ByteBuffer in, long length) {
        if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException(
                    "no protocol buffer: " + length + " bytes where " + in.remaining() + " are left");
        }
        return in;
    }

    /** The numbers in a packed field. */
    static List<Long> varints(ByteBuffer packed) {
        List<Long> values = new ArrayList<>();
        ByteBuffer in = packed.duplicate();
        while (in.hasRemaining()) {
            values.add(varint(in));
        }
        return values;
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = need(in, 1).get();
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("no protocol buffer: a number of more than ten bytes");
    }

    /** The message that these fields make. */
    static ByteBuffer message(List<Field> fields) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Field field : fields) {
            varint(((long) field.number() << 3) | field.type(), out);
            switch (field.type()) {
                case VARINT -> varint(field.value(), out);
                case FIXED64 -> little(field.value(), Long.BYTES, out);
                case FIXED32 -> little(field.value(), Integer.BYTES, out);
                default -> {
                    varint(field.bytes().remaining(), out);
                    out.writeBytes(array(field.bytes()));
                }
            }
        }
        return ByteBuffer.wrap(out.toByteArray());
    }

    /** A copy of what is left of {@code bytes}. */
    static byte[] array(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(bytes.position(), copy);
        return copy;
    }

    private static void little(long value, int bytes, ByteArrayOutputStream out) {
        for (int i = 0; i < bytes; i++) {
            out.write((int) (value >>> (8 * i)));
        }
    }

    private static void varint(long value, ByteArrayOutputStream out) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
