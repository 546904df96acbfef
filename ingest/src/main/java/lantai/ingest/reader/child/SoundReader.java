package lantai.ingest.reader.child;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioFormat.Encoding;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import lantai.ingest.reader.ReadingState;
import lantai.ingest.reader.Waveform;
import lantai.ingest.reader.wire.Job;

/**
 * Listens to a recording from its beginning to its end: WAV, AIFF and AU with linear samples, A-law or µ-law. Memory does not
 * depend on its length.
 */
final class SoundReader {
    private static final int MOST_CHANNELS = 64;
    private static final float FASTEST = 1_000_000;
    private static final int FRAMES = 8192;

    private SoundReader() {}

    static Waveform read(Job.Sound job) {
        try {
            return listen(ReaderMain.path(job.file()));
        } catch (UnsupportedAudioFileException unknown) {
            return Waveform.failed(ReadingState.UNSUPPORTED, "no decoder for this kind of sound");
        } catch (Exception | LinkageError e) {
            var named = Failures.named(e);
            var reason = named.getMessage();
            return Waveform.failed(named.state(), reason == null ? "" : reason);
        }
    }

    private static Waveform listen(Path file) throws IOException, UnsupportedAudioFileException, Unreadable {
        try (var source = AudioSystem.getAudioInputStream(file.toFile());
                var sound = linear(source)) {
            var format = sound.getFormat();
            check(format);
            var peaks = new Peaks();
            listen(sound, format, peaks);
            if (peaks.frames() == 0) {
                throw new Unreadable(ReadingState.DAMAGED, "holds no sound");
            }
            var millis = Math.round(peaks.frames() * 1000.0 / format.getSampleRate());
            return new Waveform(ReadingState.READ, "", millis, peaks.percent());
        }
    }

    /** What is packed by A-law or µ-law, unpacked. */
    private static AudioInputStream linear(AudioInputStream source) {
        var format = source.getFormat();
        if (format.getEncoding().equals(Encoding.ALAW) || format.getEncoding().equals(Encoding.ULAW)) {
            var channels = format.getChannels();
            return AudioSystem.getAudioInputStream(
                    new AudioFormat(
                            Encoding.PCM_SIGNED,
                            format.getSampleRate(),
                            Short.SIZE,
                            channels,
                            channels * Short.BYTES,
                            format.getSampleRate(),
                            false),
                    source);
        }
        return source;
    }

    private static void check(AudioFormat format) throws Unreadable {
        var bytes = format.getChannels() < 1 ? 0 : format.getFrameSize() / format.getChannels();
        var known = format.getEncoding().equals(Encoding.PCM_FLOAT)
                ? bytes == Float.BYTES || bytes == Double.BYTES
                : bytes >= 1 && bytes <= Integer.BYTES;
        if (!known
                || format.getChannels() > MOST_CHANNELS
                || !(format.getSampleRate() > 0)
                || format.getSampleRate() > FASTEST) {
            throw new Unreadable(ReadingState.UNSUPPORTED, "samples of a kind that is not decoded: " + format);
        }
    }

    private static void listen(AudioInputStream sound, AudioFormat format, Peaks peaks) throws IOException {
        var frame = format.getFrameSize();
        var bytes = new byte[frame * FRAMES];
        var samples =
                ByteBuffer.wrap(bytes).order(format.isBigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        var width = frame / format.getChannels();
        for (var read = sound.readNBytes(bytes, 0, bytes.length);
                read >= frame;
                read = sound.readNBytes(bytes, 0, bytes.length)) {
            for (var start = 0; start + frame <= read; start += frame) {
                var loudest = 0f;
                for (var at = start; at < start + frame; at += width) {
                    loudest = Math.max(loudest, Math.abs(sample(samples, at, width, format.getEncoding())));
                }
                peaks.add(loudest);
            }
        }
    }

    /** {@return from -1 to 1; what is no number counts as silence} */
    private static float sample(ByteBuffer samples, int at, int width, Encoding encoding) {
        if (encoding.equals(Encoding.PCM_FLOAT)) {
            var value = width == Float.BYTES ? samples.getFloat(at) : (float) samples.getDouble(at);
            return Float.isNaN(value) ? 0 : value;
        }
        if (encoding.equals(Encoding.PCM_UNSIGNED) && width == 1) {
            return ((samples.get(at) & 0xff) - 128) / 128f;
        }
        return switch (width) {
            case 1 -> samples.get(at) / 128f;
            case 2 -> samples.getShort(at) / 32768f;
            case 3 -> three(samples, at) / 8388608f;
            default -> (float) (samples.getInt(at) / 2147483648.0);
        };
    }

    private static int three(ByteBuffer samples, int at) {
        var big = samples.order() == ByteOrder.BIG_ENDIAN;
        return (samples.get(big ? at : at + 2) << 16)
                | ((samples.get(at + 1) & 0xff) << 8)
                | (samples.get(big ? at + 2 : at) & 0xff);
    }
}
