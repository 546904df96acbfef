package lantai.ingest.reader;

import java.util.Locale;

/** How the reading of one file, or of one page, ended. Each file ends in exactly one of these. */
public enum ReadingState {
    /** Text was found and written. */
    READ,
    /** The file was understood and holds no text; nothing is left to try. */
    NO_TEXT,
    /** The file was understood; at least one page is a picture whose text only OCR can find. */
    NEEDS_OCR,
    /** The file has no bytes. */
    EMPTY,
    /** A password is needed. */
    ENCRYPTED,
    /** It opens, but whoever made it forbids that its text is taken out. */
    RESTRICTED,
    /** The file claims a format and breaks its rules so far that it cannot be read. */
    DAMAGED,
    /** The file, its text or its pages are beyond the limits of size or memory. */
    TOO_LARGE,
    /** The file unpacks to vastly more than it weighs. */
    BOMB,
    /** An archive with an entry that would be written outside its folder, or that is no plain name. */
    UNSAFE_NAME,
    /** A virus was found. The readers never say so themselves. */
    INFECTED,
    /** The virus scanner did not look at the whole file because of a limit of its own. The readers never say so. */
    NOT_SCANNED,
    /** The reader was stopped because the time limit had passed. */
    TIMEOUT,
    /** The reader died while it had this file. */
    CRASHED,
    /** The format is not one that is read; the file is kept as it is. */
    UNSUPPORTED;

    /** {@return the stable lower-case code, as kept in the database and told by the API} */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return whether the file was understood, with or without text} */
    public boolean isUnderstood() {
        return this == READ || this == NO_TEXT || this == NEEDS_OCR;
    }

    /**
     * Finds a state by its code.
     *
     * @throws IllegalArgumentException when there is no such code
     */
    public static ReadingState ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
