package lantai.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import lantai.cipher.CipherFile;
import lantai.cipher.ItemKey;

/** The bytes of one stored file, readable from any place on, whether it lies enciphered or not. Immutable. */
public sealed interface StoredBytes {
    /** {@return how many there are} */
    long size() throws IOException;

    /** {@return the bytes from a place on}, to be closed after use; of an enciphered file each is proven before it comes */
    InputStream from(long offset) throws IOException;

    /** A file that lies there as it is. */
    record Plain(Path file) implements StoredBytes {
        @Override
        public long size() throws IOException {
            return Files.size(file);
        }

        @Override
        public InputStream from(long offset) throws IOException {
            var channel = FileChannel.open(file);
            return Channels.newInputStream(channel.position(offset));
        }
    }

    /** An enciphered file. */
    record Enciphered(Path file, CipherFile.Place place, ItemKey key) implements StoredBytes {
        @Override
        public long size() throws IOException {
            try (var opened = open()) {
                return opened.size();
            }
        }

        @Override
        public InputStream from(long offset) throws IOException {
            var opened = open();
            return new java.io.FilterInputStream(opened.from(offset)) {
                @Override
                public void close() throws IOException {
                    opened.close();
                }
            };
        }

        private CipherFile open() throws IOException {
            var channel = FileChannel.open(file);
            try {
                return CipherFile.open(channel, place, key);
            } catch (IOException | RuntimeException failure) {
                channel.close();
                throw failure;
            }
        }

        Sealing.About about() throws IOException {
            try (var opened = open()) {
                return Sealing.About.read(opened.about());
            }
        }
    }
}
