package lantai.web.transfer;

/** Bytes in words, as the register of the transfer wants them: with three decimals. */
final class Sizes {
    private Sizes() {}

    static String told(long bytes) {
        if (bytes < 1 << 20) {
            return "%,d B".formatted(bytes);
        }
        return bytes < 1 << 30 ? "%.3f MB".formatted(bytes / 1048576.0) : gigabytes(bytes);
    }

    static String gigabytes(long bytes) {
        return "%.3f GB".formatted(bytes / 1073741824.0);
    }
}
