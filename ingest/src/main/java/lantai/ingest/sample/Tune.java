package lantai.ingest.sample;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Three seconds of a made-up tune on five tones, as WAV (PCM, one channel, 16 bits, 16 kHz). */
final class Tune {
    private static final int RATE = 16_000;
    private static final double[] TONES = {261.63, 293.66, 329.63, 392.00, 440.00, 392.00};

    private Tune() {}

    static byte[] wav() {
        var samples = 3 * RATE;
        var file = ByteBuffer.allocate(44 + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
        file.put(ascii("RIFF")).putInt(36 + 2 * samples).put(ascii("WAVEfmt ")).putInt(16);
        file.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(2 * RATE);
        file.putShort((short) 2).putShort((short) 16);
        file.put(ascii("data")).putInt(2 * samples);
        var length = samples / TONES.length;
        for (var i = 0; i < samples; i++) {
            var within = i % length;
            var angle = 2 * StrictMath.PI * TONES[Math.min(i / length, TONES.length - 1)] * within / RATE;
            var fade = StrictMath.exp(-3.0 * within / length) * Math.min(1, within / 200.0);
            var wave = StrictMath.sin(angle) + 0.35 * StrictMath.sin(2 * angle);
            file.putShort((short) (9000 * fade * wave));
        }
        return file.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
