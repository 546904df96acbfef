package lantai.web.text;

import java.util.Map;

/** What people call a file format: the Chinese name first, what the register of formats (PRONOM) calls it behind. */
public final class FormatName {
    private static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry("application/pdf", "pdf"),
            Map.entry("image/jpeg", "jpeg"),
            Map.entry("image/png", "png"),
            Map.entry("image/tiff", "tiff"),
            Map.entry("image/gif", "gif"),
            Map.entry("image/bmp", "bmp"),
            Map.entry("image/webp", "webp"),
            Map.entry("image/heic", "heic"),
            Map.entry("text/plain", "text"),
            Map.entry("text/csv", "csv"),
            Map.entry("text/html", "html"),
            Map.entry("application/xhtml+xml", "html"),
            Map.entry("application/xml", "xml"),
            Map.entry("text/xml", "xml"),
            Map.entry("application/json", "json"),
            Map.entry("application/ofd", "ofd"),
            Map.entry("application/msword", "word"),
            Map.entry("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "word"),
            Map.entry("application/vnd.ms-excel", "excel"),
            Map.entry("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "excel"),
            Map.entry("application/vnd.ms-powerpoint", "slides"),
            Map.entry("application/vnd.openxmlformats-officedocument.presentationml.presentation", "slides"),
            Map.entry("message/rfc822", "mail"),
            Map.entry("application/vnd.ms-outlook", "mail"),
            Map.entry("application/zip", "zip"));

    private FormatName() {}

    /**
     * What a format is called.
     *
     * @param name by which the register of formats knows it, may be empty
     */
    public static String told(Text text, String mime, String name) {
        var key = KEYS.getOrDefault(mime, kind(mime));
        if (key.isEmpty()) {
            return name;
        }
        var own = text.say("text.format." + key);
        return name.isEmpty() || name.equalsIgnoreCase(own) ? own : text.say("text.format.with", own, name);
    }

    private static String kind(String mime) {
        return mime.startsWith("image/")
                ? "image"
                : mime.startsWith("audio/") ? "sound" : mime.startsWith("video/") ? "video" : "";
    }
}
