package lantai.web.asset;

/**
 * One file that the screens load.
 *
 * @param content its bytes; nobody changes them
 * @param type its media type
 * @param version short hash of the content
 */
record Asset(byte[] content, String type, String version) {}
