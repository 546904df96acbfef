package lantai.cipher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.security.SecureRandom;
import java.util.Arrays;
import lantai.problem.Damaged;

/**
 * An enciphered file, open for reading: the header, then what is said about the file as segment 0, then its bytes in segments of 1 MiB.
 * Each segment has its own nonce (the leading bytes of the header, its number, its kind) and its own tag; the last one says so, so that
 * what was cut off, put in another order, or taken from elsewhere does not open. The key is derived from the item's key and bound
 * to the object and the place in it. Every byte that is handed out has been proven. Not thread-safe.
 *
 * <p>docs/preservation-layout.md describes the form for others.
 */
public final class CipherFile implements AutoCloseable {
    private static final int LOGARITHM = 20;
    private static final int LONGEST_ABOUT = 0xFFFF;
    private static final byte[] NOTHING = {};

    /** What a segment is, the last byte of its nonce. */
    private static final int GOES_ON = 0;

    private static final int LAST = 1;
    private static final int ABOUT = 2;

    private final SeekableByteChannel channel;
    private final Place place;
    private final CipherHeader header;
    private final byte[] derived;
    private final byte[] about;
    private final long size;

    /**
     * Where a file lies, which it is bound to.
     *
     * @param object the OCFL id
     * @param path the logical path in the object
     */
    public record Place(String object, String path) {}

    private CipherFile(SeekableByteChannel channel, Place place, ItemKey key, CipherHeader header) throws IOException {
        this.channel = channel;
        this.place = place;
        this.header = header;
        this.derived = derived(header, key, place);
        this.about = opened(
                derived,
                header,
                0,
                ABOUT,
                bytes(channel, CipherHeader.BYTES, header.about() + CipherAlgorithm.TAG),
                place);
        var sealed = channel.size() - start(header);
        var whole = header.segment() + CipherAlgorithm.TAG;
        var segments = Math.ceilDiv(sealed, whole);
        var last = sealed - (segments - 1) * whole;
        if (last < CipherAlgorithm.TAG || (last == CipherAlgorithm.TAG && segments > 1)) {
            throw altered(place);
        }
        this.size = sealed - segments * CipherAlgorithm.TAG;
    }

    /**
     * Enciphers a file.
     *
     * @param about what is said about it, at most 65 535 bytes
     * @param plain read to its end, not closed
     * @param out not closed
     */
    public static void write(Place place, ItemKey key, byte[] about, InputStream plain, OutputStream out)
            throws IOException {
        write(place, key, about, plain, out, LOGARITHM);
    }

    static void write(Place place, ItemKey key, byte[] about, InputStream plain, OutputStream out, int logarithm)
            throws IOException {
        if (about.length > LONGEST_ABOUT) {
            throw new IllegalArgumentException(about.length + " bytes about a file, at most " + LONGEST_ABOUT);
        }
        var header = CipherHeader.fresh(key, logarithm, about.length, new SecureRandom());
        var derived = header.derive(key, place);
        out.write(header.bytes());
        out.write(header.algorithm().seal(derived, header.nonce(0, ABOUT), NOTHING, about));
        var number = 0L;
        for (var now = plain.readNBytes(header.segment()); ; ) {
            var next = now.length < header.segment() ? NOTHING : plain.readNBytes(header.segment());
            var kind = next.length == 0 ? LAST : GOES_ON;
            out.write(header.algorithm().seal(derived, header.nonce(++number, kind), NOTHING, now));
            if (kind == LAST) {
                return;
            }
            now = next;
        }
    }

    /**
     * Opens a file; closing it closes the channel.
     *
     * @throws Damaged when it is not an enciphered file, or not this one, or its key is another
     */
    public static CipherFile open(SeekableByteChannel channel, Place place, ItemKey key) throws IOException {
        var header = CipherHeader.read(bytes(channel, 0, CipherHeader.BYTES)).orElseThrow(() -> altered(place));
        return new CipherFile(channel, place, key, header);
    }

    /**
     * Reads what is said about a file from its beginning alone.
     *
     * @param start at least {@link #MOST_OF_ABOUT} bytes, or the whole file
     * @throws Damaged when it is not an enciphered file, or not this one, or its key is another
     */
    public static byte[] about(byte[] start, Place place, ItemKey key) {
        var header = CipherHeader.read(start).orElseThrow(() -> altered(place));
        var end = CipherHeader.BYTES + header.about() + CipherAlgorithm.TAG;
        if (start.length < end) {
            throw altered(place);
        }
        var sealed = Arrays.copyOfRange(start, CipherHeader.BYTES, end);
        return opened(derived(header, key, place), header, 0, ABOUT, sealed, place);
    }

    /** How many bytes hold all that can be said about a file. */
    public static final int MOST_OF_ABOUT = CipherHeader.BYTES + LONGEST_ABOUT + CipherAlgorithm.TAG;

    /** {@return what is said about the file} */
    public byte[] about() {
        return about.clone();
    }

    /** {@return how many bytes the file has, not enciphered} */
    public long size() {
        return size;
    }

    /**
     * Reads from a place on, whole segments at a time.
     *
     * @param offset from 0 to the size
     * @return the bytes, to be read while this is open; {@link Damaged} comes out of it when a segment is not what it was
     */
    public InputStream from(long offset) {
        if (offset < 0 || offset > size) {
            throw new IllegalArgumentException("from " + offset + " of " + size);
        }
        return new Segments(offset);
    }

    private byte[] segment(long number) throws IOException {
        var whole = header.segment() + CipherAlgorithm.TAG;
        var at = start(header) + (number - 1) * whole;
        var length = (int) Math.min(whole, channel.size() - at);
        var last = at + length == channel.size();
        return opened(derived, header, number, last ? LAST : GOES_ON, bytes(channel, at, length), place);
    }

    private static byte[] derived(CipherHeader header, ItemKey key, Place place) {
        if (header.algorithm() != key.algorithm() || !header.key().equals(key.id())) {
            throw altered(place);
        }
        return header.derive(key, place);
    }

    private static byte[] opened(
            byte[] derived, CipherHeader header, long number, int kind, byte[] sealed, Place place) {
        return header.algorithm()
                .open(derived, header.nonce(number, kind), NOTHING, sealed)
                .orElseThrow(() -> altered(place));
    }

    private static long start(CipherHeader header) {
        return (long) CipherHeader.BYTES + header.about() + CipherAlgorithm.TAG;
    }

    private static byte[] bytes(SeekableByteChannel channel, long at, int length) throws IOException {
        var buffer = ByteBuffer.allocate(length);
        channel.position(at);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                return Arrays.copyOf(buffer.array(), buffer.position());
            }
        }
        return buffer.array();
    }

    private static Damaged altered(Place place) {
        return new Damaged(CipherProblem.NOT_WHAT_IT_WAS, place.object(), place.path());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** The bytes of the file from one place on. */
    private final class Segments extends InputStream {
        private long at;
        private long number;
        private byte[] now = NOTHING;

        Segments(long offset) {
            at = offset;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (at >= size) {
                proven();
                return -1;
            }
            var wanted = at / header.segment() + 1;
            if (number != wanted) {
                now = segment(wanted);
                number = wanted;
            }
            var inside = (int) (at % header.segment());
            var given = Math.min(length, now.length - inside);
            System.arraycopy(now, inside, into, offset, given);
            at += given;
            return given;
        }

        /** A file without a byte has one segment too, which proves that it has none. */
        private void proven() throws IOException {
            if (size == 0 && number == 0) {
                now = segment(1);
                number = 1;
            }
        }
    }
}
