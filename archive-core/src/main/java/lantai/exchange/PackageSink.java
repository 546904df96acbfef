package lantai.exchange;

import java.io.IOException;
import java.io.InputStream;

/** Where the files of a package go, one after the other. */
public interface PackageSink extends AutoCloseable {
    /**
     * Puts one file.
     *
     * @param path within the package, with slashes; never the same twice
     */
    void put(String path, InputStream bytes) throws IOException;

    @Override
    void close() throws IOException;
}
