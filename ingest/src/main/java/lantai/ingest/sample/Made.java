package lantai.ingest.sample;

import java.util.List;

/** A file that was made: its bytes, the type of its content, how many pages it has (0 without pages), what stands in it. */
final class Made {
    private final byte[] bytes;
    private final String mediaType;
    private final int pages;
    private final List<String> lines;

    Made(byte[] bytes, String mediaType, int pages, List<String> lines) {
        this.bytes = bytes;
        this.mediaType = mediaType;
        this.pages = pages;
        this.lines = List.copyOf(lines);
    }

    static Made of(byte[] bytes, String mediaType, String... lines) {
        return new Made(bytes, mediaType, 0, List.of(lines));
    }

    /** {@return the content; not copied, not to be changed} */
    byte[] bytes() {
        return bytes;
    }

    String mediaType() {
        return mediaType;
    }

    int pages() {
        return pages;
    }

    List<String> lines() {
        return lines;
    }
}
