package lantai.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A package as a zip file with one folder in it (RFC 8493 §4). The stream stays open. */
public final class ZipSink implements PackageSink {
    private final ZipOutputStream zip;
    private final String folder;

    /** @param folder the name of the folder in it */
    public ZipSink(OutputStream out, String folder) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.folder = folder;
    }

    @Override
    public void put(String path, InputStream bytes) throws IOException {
        var entry = new ZipEntry(folder + '/' + path);
        entry.setTime(0);
        zip.putNextEntry(entry);
        bytes.transferTo(zip);
        zip.closeEntry();
    }

    @Override
    public void close() throws IOException {
        zip.finish();
    }
}
