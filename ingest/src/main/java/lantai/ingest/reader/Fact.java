package lantai.ingest.reader;

/** What a file says about itself. Values are text as found; times are ISO 8601, with offset where the file has one. */
public enum Fact {
    /** Title; of a mail its subject. */
    TITLE,
    /** Author; of a mail its sender. */
    AUTHOR,
    /** Creation time; of a mail its date. */
    CREATED,
    /** Time of the last change. */
    MODIFIED,
    /** Keywords. */
    KEYWORDS,
    /** Caption or description written into a picture. */
    CAPTION,
    /** Time a photograph was taken, camera time without zone. */
    TAKEN,
    /** Maker and model of a camera. */
    CAMERA,
    /** Latitude and longitude in degrees, {@code 30.25,120.16}. */
    POSITION,
    /** The program that made the file. */
    PRODUCER,
    /** Width in pixels. */
    WIDTH,
    /** Height in pixels. */
    HEIGHT,
    /** Dots per inch. */
    DPI,
    /** Pictures of an animation, of which the first is shown as its page. */
    FRAMES,
    /** Duration of sound or video in milliseconds. */
    DURATION,
    /** How often sound was sampled, how finely and in how many channels, for example {@code 44100 Hz，16 位，2 声道}. */
    SAMPLING,
    /** How sound and picture are encoded, for example {@code H.264，AAC}. */
    CODEC,
    /** Character set of a text file. */
    CHARSET,
    /** Recipients of a mail. */
    TO,
    /** Copy recipients of a mail. */
    CC,
    /** Message id of a mail. */
    MESSAGE_ID,
    /** The mail that this one answers. */
    IN_REPLY_TO,
    /** {@code true} when the file is encrypted but opens with an empty password. */
    OPEN_ENCRYPTION,
    /** Number of digital signatures or seals in the file. */
    SIGNATURES
}
