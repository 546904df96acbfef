package lantai.ingest.sample;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** Puts a camera's notes (Exif 2.3) into a JPEG: maker, model, time, exposure. */
final class Exif {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy:MM:dd HH:mm:ss");
    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;
    private static final int ENTRY = 12;

    private Exif() {}

    static byte[] into(byte[] jpeg, LocalDateTime taken) {
        var notes = notes(taken);
        var behindJfif = 4 + ByteBuffer.wrap(jpeg).getShort(4);
        var joined = ByteBuffer.allocate(jpeg.length + notes.length + 10);
        joined.put(jpeg, 0, behindJfif);
        joined.putShort((short) 0xFFE1).putShort((short) (notes.length + 8));
        joined.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(notes);
        joined.put(jpeg, behindJfif, jpeg.length - behindJfif);
        return joined.array();
    }

    /** Two directories: the picture (7 entries at 8) and the exposure (5 entries behind it), then their values. */
    private static byte[] notes(LocalDateTime taken) {
        var exposure = 8 + 2 + 7 * ENTRY + 4;
        var values = exposure + 2 + 5 * ENTRY + 4;
        var file = ByteBuffer.allocate(values + 256).order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
        var end = new int[] {values};
        file.putShort((short) 7);
        text(file, 0x010F, "YANGLI", end);
        text(file, 0x0110, "YL-D100", end);
        number(file, 0x0112, SHORT, 1);
        ratio(file, 0x011A, 300, 1, end);
        text(file, 0x0131, "YL Firmware 1.0", end);
        text(file, 0x0132, TIME.format(taken), end);
        number(file, 0x8769, LONG, exposure);
        file.putInt(0);
        file.putShort((short) 5);
        ratio(file, 0x829A, 1, 125, end);
        ratio(file, 0x829D, 56, 10, end);
        number(file, 0x8827, SHORT, 400);
        text(file, 0x9003, TIME.format(taken), end);
        text(file, 0x9004, TIME.format(taken), end);
        file.putInt(0);
        var bytes = new byte[end[0]];
        file.get(0, bytes);
        return bytes;
    }

    private static void text(ByteBuffer file, int tag, String text, int[] end) {
        var bytes = (text + '\0').getBytes(StandardCharsets.US_ASCII);
        file.putShort((short) tag).putShort((short) ASCII).putInt(bytes.length).putInt(end[0]);
        file.put(end[0], bytes);
        end[0] += bytes.length + bytes.length % 2;
    }

    private static void number(ByteBuffer file, int tag, int type, int value) {
        file.putShort((short) tag).putShort((short) type).putInt(1).putInt(value);
    }

    private static void ratio(ByteBuffer file, int tag, int above, int below, int[] end) {
        file.putShort((short) tag).putShort((short) RATIONAL).putInt(1).putInt(end[0]);
        file.putInt(end[0], above).putInt(end[0] + 4, below);
        end[0] += 8;
    }
}
