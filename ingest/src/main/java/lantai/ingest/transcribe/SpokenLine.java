package lantai.ingest.transcribe;

/**
 * What is said from one moment on.
 *
 * @param seconds from the beginning
 */
public record SpokenLine(int seconds, String text) {
    public SpokenLine {
        if (seconds < 0) {
            throw new IllegalArgumentException("seconds " + seconds + ", expected 0 or more");
        }
    }

    /** {@return the line as the element of moments has it: {@code 02:05 text} or {@code 1:02:05 text}} */
    public String asMoment() {
        // a semicolon parts moments there
        var said = text.replaceAll("[;；]", "，");
        return seconds < 3600
                ? "%02d:%02d %s".formatted(seconds / 60, seconds % 60, said)
                : "%d:%02d:%02d %s".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60, said);
    }
}
