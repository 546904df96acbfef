package lantai.ingest.sample;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;

/**
 * A letter by e-mail with one attached text (RFC 5322, MIME).
 *
 * @param facts its subject and day
 * @param body plain text
 * @param attachment the name of the attached file
 * @param type the family of the attached text, for example {@code csv}
 * @param content of the attached text
 */
record Mail(Facts facts, String body, String attachment, String type, String content) {
    private static final String BOUNDARY = "=_lantai_sample_0";
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    byte[] bytes() {
        var sent = ZonedDateTime.of(facts.date().atTime(10, 15, 30), ZoneOffset.ofHours(8));
        var text = new StringBuilder();
        text.append("From: ").append(word("何文静")).append(" <hewenjing@yibao.example>\n");
        text.append("To: ").append(word("综合档案室")).append(" <dangan@yibao.example>\n");
        text.append("Subject: ").append(word(facts.title())).append('\n');
        text.append("Date: ").append(DATE.format(sent)).append('\n');
        text.append("Message-ID: <").append(facts.date().toEpochDay()).append(".sample@yibao.example>\n");
        text.append("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"")
                .append(BOUNDARY)
                .append("\"\n\n");
        part(text, "text/plain; charset=UTF-8", "", body.getBytes(StandardCharsets.UTF_8));
        part(
                text,
                "text/" + type + "; charset=GB18030; name=\"" + word(attachment) + '"',
                "Content-Disposition: attachment; filename=\"" + word(attachment) + "\"\n",
                content.getBytes(GB18030));
        text.append("--").append(BOUNDARY).append("--\n");
        return text.toString().replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static void part(StringBuilder text, String type, String disposition, byte[] content) {
        var lines = Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(content);
        text.append("--").append(BOUNDARY).append('\n');
        text.append("Content-Type: ").append(type).append('\n').append(disposition);
        text.append("Content-Transfer-Encoding: base64\n\n").append(lines).append('\n');
    }

    /** An encoded word may have 75 characters at most (RFC 2047), so a long text becomes several. */
    private static String word(String text) {
        var head = text.substring(0, Math.min(15, text.length()));
        var word = "=?UTF-8?B?" + Base64.getEncoder().encodeToString(head.getBytes(StandardCharsets.UTF_8)) + "?=";
        return head.length() == text.length() ? word : word + "\n " + word(text.substring(head.length()));
    }
}
