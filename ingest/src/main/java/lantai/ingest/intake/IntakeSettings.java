package lantai.ingest.intake;

/**
 * Limits of receiving (agency policy).
 *
 * @param largestFile in bytes
 * @param freeBytes how many bytes must stay free on the disk
 */
public record IntakeSettings(long largestFile, long freeBytes) {
    /** {@return 8 GB a file, 500 MB kept free} */
    public static IntakeSettings usual() {
        return new IntakeSettings(8L << 30, 500L << 20);
    }
}
