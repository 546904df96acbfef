package lantai.exchange;

/** What a bag is held to (RFC 8493, and its drafts from 0.93 on). The constant's name is the code in reports. */
enum BagRule {
    /** §2.1.1: two lines, the version and the character set of the tag files. */
    DECLARATION,
    /** The version is one of 0.93 to 1.0. */
    VERSION,
    /** §2.1.2: a folder {@code data}. */
    PAYLOAD_FOLDER,
    /** §2.1.3: at least one manifest of the payload, by an algorithm that is known. */
    MANIFEST_MISSING,
    /** §2.4: a line is a digest, blanks, a path. */
    MANIFEST_LINE,
    /** The algorithm is not known, so its manifest says nothing. */
    ALGORITHM_UNKNOWN,
    /** §2.1.3: a path is listed once. */
    LISTED_TWICE,
    /** §5.1: a path stays within the bag. */
    OUT_OF_SCOPE,
    /** A path is written with a dot and slash before it. */
    LEADING_DOT,
    /** §3: every listed file is there. */
    FILE_MISSING,
    /** §3: every file of the payload is listed. */
    FILE_NOT_LISTED,
    /** §3: every file is what its digest says. */
    DIGEST_DIFFERS,
    /** A name is written in another form of the same letters (Unicode normalisation, §6.1.1.1). */
    NAME_FORM,
    /** §2.2.3: a line of the list to be fetched is an address, a length, a path. */
    FETCH_LINE,
    /** §2.2.2: a line of the bag's own description is a label, a colon, a value. */
    INFORMATION_LINE,
    /** §2.2.2: the payload has as many octets and files as the bag says. */
    OXUM,
    /** A link, which leads out of the bag; nothing is followed. */
    LINK,
    /** A file that an operating system puts down by itself. */
    SYSTEM_FILE,
    /** The file cannot be read in the character set that the bag declares. */
    CHARACTER_SET
}
