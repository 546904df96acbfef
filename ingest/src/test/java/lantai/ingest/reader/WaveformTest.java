package lantai.ingest.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioFormat.Encoding;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import lantai.ingest.derive.Waveforms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings of all kinds that are decoded, friendly and hostile, through a real reader. */
class WaveformTest {
    private static final int RATE = 8000;
    /** One second of silence, one at half of full scale, one at full scale. */
    private static final int SECONDS = 3;

    private static final int HALF = 50;

    @TempDir
    private static Path shared;

    private static Readers readers;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startReaders() {
        readers = new Readers(settings());
    }

    private static ReaderSettings settings() {
        return ReaderSettings.ofThisMachine(System.getProperty("java.class.path"), shared.resolve("temporary"));
    }

    @AfterAll
    static void stopReaders() {
        readers.close();
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("sound"), bytes);
    }

    /** A square wave in steps, which keeps its height whatever the number of bits. */
    private static byte[] recording(Encoding encoding, int bits, boolean big, AudioFileFormat.Type type)
            throws IOException {
        var width = bits / Byte.SIZE;
        var samples = ByteBuffer.allocate(RATE * SECONDS * 2 * width)
                .order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        for (var frame = 0; frame < RATE * SECONDS; frame++) {
            var value = Math.floorDiv(frame, RATE) * 0.5 * (frame / 20 % 2 == 0 ? 1 : -1) * 0.999;
            put(samples, encoding, width, big, value);
            // the second channel is silent: the louder one counts
            put(samples, encoding, width, big, 0);
        }
        var format = new AudioFormat(encoding, RATE, bits, 2, 2 * width, RATE, big);
        var bytes = new ByteArrayOutputStream();
        AudioSystem.write(
                new AudioInputStream(new ByteArrayInputStream(samples.array()), format, (long) RATE * SECONDS),
                type,
                bytes);
        return bytes.toByteArray();
    }

    private static void put(ByteBuffer samples, Encoding encoding, int width, boolean big, double value) {
        if (encoding.equals(Encoding.PCM_FLOAT)) {
            samples.putFloat((float) value);
            return;
        }
        var whole = (long) (value * (1L << (width * Byte.SIZE - 1)));
        for (var i = 0; i < width; i++) {
            var part = (byte) (whole >> (Byte.SIZE * (big ? width - 1 - i : i)));
            var isHighest = big ? i == 0 : i == width - 1;
            samples.put(encoding.equals(Encoding.PCM_UNSIGNED) && isHighest ? (byte) (part ^ 0x80) : part);
        }
    }

    private static void isTheSteppedWave(Waveform waveform) {
        assertThat(waveform.state()).as(waveform.reason()).isEqualTo(ReadingState.READ);
        assertThat(waveform.millis()).isEqualTo(SECONDS * 1000L);
        var third = waveform.peaks().size() / SECONDS;
        assertThat(waveform.peaks()).hasSizeBetween(500, 1000);
        assertThat(waveform.peaks().subList(0, third - 1)).allMatch(peak -> peak <= 1);
        assertThat(waveform.peaks().subList(third + 1, 2 * third - 1)).allMatch(peak -> Math.abs(peak - HALF) <= 1);
        assertThat(waveform.peaks().subList(2 * third + 1, 3 * third)).allMatch(peak -> peak >= 99);
    }

    @Test
    void allKindsOfLinearSamplesShowTheSameWave() throws IOException {
        for (var bytes : List.of(
                recording(Encoding.PCM_UNSIGNED, 8, false, AudioFileFormat.Type.WAVE),
                recording(Encoding.PCM_SIGNED, 16, false, AudioFileFormat.Type.WAVE),
                recording(Encoding.PCM_SIGNED, 24, false, AudioFileFormat.Type.WAVE),
                recording(Encoding.PCM_SIGNED, 32, false, AudioFileFormat.Type.WAVE),
                recording(Encoding.PCM_FLOAT, 32, false, AudioFileFormat.Type.WAVE),
                recording(Encoding.PCM_SIGNED, 16, true, AudioFileFormat.Type.AIFF),
                recording(Encoding.PCM_SIGNED, 24, true, AudioFileFormat.Type.AIFF),
                recording(Encoding.PCM_SIGNED, 16, true, AudioFileFormat.Type.AU))) {
            isTheSteppedWave(readers.waveform(file(bytes)));
        }
    }

    @Test
    void soundPackedByALawShowsItsWave() throws IOException, UnsupportedAudioFileException {
        var linear = AudioSystem.getAudioInputStream(
                file(recording(Encoding.PCM_SIGNED, 16, false, AudioFileFormat.Type.WAVE))
                        .toFile());
        var packed = AudioSystem.getAudioInputStream(Encoding.ALAW, linear);
        var bytes = new ByteArrayOutputStream();
        AudioSystem.write(packed, AudioFileFormat.Type.WAVE, bytes);

        var waveform = readers.waveform(file(bytes.toByteArray()));

        assertThat(waveform.state()).as(waveform.reason()).isEqualTo(ReadingState.READ);
        assertThat(waveform.millis()).isEqualTo(SECONDS * 1000L);
        assertThat(waveform.peaks().getLast()).isBetween(95, 100);
        assertThat(waveform.peaks().get(waveform.peaks().size() / 2)).isBetween(47, 53);
    }

    @Test
    void hostileRecordingsAreNamed() throws IOException {
        var good = recording(Encoding.PCM_SIGNED, 16, false, AudioFileFormat.Type.WAVE);
        var headOnly = Arrays.copyOf(good, 44);
        var manyChannels = good.clone();
        ByteBuffer.wrap(manyChannels).order(ByteOrder.LITTLE_ENDIAN).putShort(22, (short) 60_000);
        var noRate = good.clone();
        ByteBuffer.wrap(noRate).order(ByteOrder.LITTLE_ENDIAN).putInt(24, 0);
        var promisesMore = good.clone();
        ByteBuffer.wrap(promisesMore).order(ByteOrder.LITTLE_ENDIAN).putInt(40, Integer.MAX_VALUE - 64);

        assertThat(Stream.of(
                                headOnly,
                                manyChannels,
                                noRate,
                                new byte[0],
                                "not sound".getBytes(StandardCharsets.US_ASCII))
                        .map(this::outcome))
                .doesNotContain(ReadingState.READ, ReadingState.CRASHED, ReadingState.TIMEOUT);
        assertThat(outcome(promisesMore)).as("what is there is heard").isEqualTo(ReadingState.READ);
        isTheSteppedWave(readers.waveform(file(good)));
    }

    private ReadingState outcome(byte[] bytes) {
        try {
            return readers.waveform(file(bytes)).state();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    @Test
    void aLongRecordingNeedsNoMoreMemoryAndTimeIsLimited() throws IOException {
        var huge = file(recording(Encoding.PCM_SIGNED, 16, false, AudioFileFormat.Type.WAVE));
        try (var out = new java.io.RandomAccessFile(huge.toFile(), "rw")) {
            // two gigabytes of silence, which take no room on the disk
            out.seek(40);
            out.write(ByteBuffer.allocate(4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(2_000_000_000)
                    .array());
            out.setLength(2_000_000_044L);
        }
        var usual = ReaderSettings.ReaderLimits.USUAL;
        var small = new ReaderSettings.ReaderLimits(
                64, usual.time(), usual.inputBytes(), usual.outputBytes(), usual.temporaryBytes(), 10, usual.idle());
        try (var little = new Readers(settings().withLimits(small))) {
            var waveform = little.waveform(huge);

            assertThat(waveform.state()).as(waveform.reason()).isEqualTo(ReadingState.READ);
            assertThat(waveform.millis()).isEqualTo(2_000_000_000L / 4 * 1000 / RATE);
            assertThat(waveform.peaks()).hasSizeBetween(500, 1000);
            assertThat(waveform.peaks().getLast()).isZero();
        }
        try (var hasty = new Readers(settings().withLimits(small.withTime(Duration.ofMillis(300))))) {
            assertThat(hasty.waveform(huge).state()).isEqualTo(ReadingState.TIMEOUT);
        }
    }

    @Test
    void whatWasHeardOnceIsKeptWithTheContentAndMadeAgainWhenItIsGone() throws IOException {
        var sound = file(recording(Encoding.PCM_SIGNED, 16, false, AudioFileFormat.Type.WAVE));
        var kept = new Waveforms(folder.resolve("derivatives"), readers);
        var sha256 = "ab".repeat(32);

        assertThat(kept.known(sha256)).isEmpty();
        var heard = kept.of(sha256, sound);
        assertThat(kept.known(sha256)).contains(heard);
        var place = folder.resolve("derivatives/ab").resolve(sha256).resolve("waveform.json");
        Files.writeString(place, "{\"state\":");
        assertThat(kept.of(sha256, sound)).isEqualTo(heard);
        assertThat(place.getParent()).isDirectoryContaining("glob:**waveform.json");
    }
}
