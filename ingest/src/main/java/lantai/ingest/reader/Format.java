package lantai.ingest.reader;

/**
 * What a file is, by its content.
 *
 * @param mime the media type, {@code application/octet-stream} when unknown
 * @param puid the PRONOM id such as {@code fmt/276}, empty when no signature matches
 * @param name the name of the format for people, with its version; empty when unknown
 */
public record Format(String mime, String puid, String name) {
    /** Nothing is known. */
    public static final Format UNKNOWN = new Format("application/octet-stream", "", "");
}
