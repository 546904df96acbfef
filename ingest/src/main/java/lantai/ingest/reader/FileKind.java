package lantai.ingest.reader;

/** The family a file belongs to, by its content: which decides how it is read and how it is shown. */
public enum FileKind {
    /** PDF: pages with places. */
    PDF,
    /** OFD (GB/T 33190): pages with places. */
    OFD,
    /** A still picture of one or (TIFF) many pages. */
    IMAGE,
    /** Text with structure but without pages: office, mail, web and plain text. Shown as {@code text.html}. */
    DOCUMENT,
    /** Sound. */
    AUDIO,
    /** Moving pictures. */
    VIDEO,
    /** A container of other files; it is listed, not opened. */
    ARCHIVE,
    /** Anything else. */
    OTHER;

    /** {@return whether the file has pages that a picture can be made of} */
    public boolean hasPages() {
        return this == PDF || this == OFD || this == IMAGE;
    }
}
