package lantai.ingest.reader.child;

import java.io.IOException;
import java.io.UncheckedIOException;
import net.byteseek.io.reader.WindowReader;
import uk.gov.nationalarchives.droid.core.signature.ByteReader;
import uk.gov.nationalarchives.droid.core.signature.FileFormatHit;

/** Lets DROID look into the bytes of a package's part. What DROID would note about hits is not kept. */
final class PartReader implements ByteReader {
    private final WindowReader reader;
    private final long length;
    private long marker;

    PartReader(WindowReader reader, long length) {
        this.reader = reader;
        this.length = length;
    }

    @Override
    public byte getByte(long position) {
        try {
            return (byte) reader.readByte(position);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public WindowReader getWindowReader() {
        return reader;
    }

    @Override
    public long getNumBytes() {
        return length;
    }

    @Override
    public void setFileMarker(long position) {
        marker = position;
    }

    @Override
    public long getFileMarker() {
        return marker;
    }

    @Override
    public byte[] getbuffer() {
        throw new UnsupportedOperationException("no buffer");
    }

    @Override
    public int getNumHits() {
        return 0;
    }

    @Override
    public FileFormatHit getHit(int index) {
        throw new IndexOutOfBoundsException(index);
    }

    @Override
    public String getFilePath() {
        return "";
    }

    @Override
    public String getFileName() {
        return "";
    }

    @Override
    public String getIdentificationWarning() {
        return "";
    }

    @Override
    public boolean isClassified() {
        return false;
    }

    @Override
    public int getClassification() {
        return 0;
    }

    @Override
    public void setPositiveIdent() {}

    @Override
    public void setTentativeIdent() {}

    @Override
    public void setNoIdent() {}

    @Override
    public void setErrorIdent() {}

    @Override
    public void setIdentificationWarning(String warning) {}

    @Override
    public void addHit(FileFormatHit hit) {}

    @Override
    public void removeHit(int index) {}

    @Override
    public void close() {}
}
