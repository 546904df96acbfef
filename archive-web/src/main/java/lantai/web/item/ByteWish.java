package lantai.web.item;

import jakarta.ws.rs.HeaderParam;
import org.jspecify.annotations.Nullable;

/** The headers that ask for a piece of a file (RFC 9110, 13.1.5 and 14.2). Filled by the container. */
public final class ByteWish {
    @HeaderParam("Range")
    private @Nullable String range;

    @HeaderParam("If-Range")
    private @Nullable String ifRange;

    /** Filled by the container. */
    public ByteWish() {}

    /** {@return what is asked of a file; all of it when the asker has pieces of another one} */
    ByteRange of(String tag, long size) {
        return ifRange == null || ifRange.equals(tag) ? ByteRange.parse(range, size) : new ByteRange.Whole();
    }
}
