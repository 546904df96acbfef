package lantai.web.asset;

/** One file that the screens load. */
final class Asset {
    private final byte[] content;
    private final String type;
    private final String version;

    /**
     * One file.
     *
     * @param content its bytes; nobody changes them afterwards
     * @param type its media type
     * @param version short hash of the content
     */
    Asset(byte[] content, String type, String version) {
        this.content = content;
        this.type = type;
        this.version = version;
    }

    byte[] content() {
        return content;
    }

    String type() {
        return type;
    }

    String version() {
        return version;
    }
}
