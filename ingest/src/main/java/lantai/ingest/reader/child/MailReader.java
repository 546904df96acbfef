package lantai.ingest.reader.child;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lantai.ingest.reader.Fact;
import lantai.ingest.reader.ReadingState;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.dom.address.AddressList;
import org.apache.james.mime4j.dom.address.MailboxList;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.jspecify.annotations.Nullable;

/** Reads a mail: its headers as a table, its best body, the names, types and sizes of what is attached. Attachments are not opened. */
final class MailReader {
    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
    private static final int DEEPEST = 12;
    private static final int MOST_ATTACHED = 1000;
    private static final int LONGEST_BODY = 16 << 20;

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final TikaParts tika;
    private final List<Attached> attached = new ArrayList<>();

    private record Attached(String name, String mime, long size) {}

    MailReader(TikaParts tika) {
        this.tika = tika;
    }

    void read(Path file, Draft draft) throws Exception {
        var builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(new MimeConfig.Builder()
                .setMaxLineLen(1 << 20)
                .setMaxHeaderLen(1 << 20)
                .setMaxHeaderCount(5000)
                .setStrictParsing(false)
                .build());
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            var message = builder.parseMessage(in);
            headers(message, draft);
            body(message, draft, 0);
            attachments(draft);
            message.dispose();
        }
    }

    private static void headers(Message message, Draft draft) throws IOException, Unreadable {
        var date = message.getDate();
        var from = mailboxes(message.getFrom());
        draft.html("<table>");
        row("发件人 From", from, Fact.AUTHOR, draft);
        row("收件人 To", addresses(message.getTo()), Fact.TO, draft);
        row("抄送 Cc", addresses(message.getCc()), Fact.CC, draft);
        if (date != null) {
            var sent = date.toInstant().atOffset(BEIJING);
            draft.fact(Fact.CREATED, sent.toString());
            row("日期 Date", MINUTE.format(sent), Fact.CREATED, draft);
        }
        row("主题 Subject", message.getSubject(), Fact.TITLE, draft);
        draft.html("</table>");
        draft.fact(Fact.MESSAGE_ID, message.getMessageId());
        var answered = message.getHeader() == null ? null : message.getHeader().getField("In-Reply-To");
        draft.fact(Fact.IN_REPLY_TO, answered == null ? null : answered.getBody());
    }

    private static void row(String label, @Nullable String value, Fact fact, Draft draft)
            throws IOException, Unreadable {
        if (value == null || value.isBlank()) {
            return;
        }
        draft.fact(fact, value);
        draft.html("<tr><th>" + SafeHtml.escape(label) + "</th><td>" + SafeHtml.escape(value) + "</td></tr>");
        draft.text(value + "\n");
    }

    private static @Nullable String mailboxes(@Nullable MailboxList list) {
        return list == null
                ? null
                : list.stream()
                        .map(box -> box.getName() == null
                                ? box.getAddress()
                                : box.getName() + " <" + box.getAddress() + ">")
                        .reduce((a, b) -> a + ", " + b)
                        .orElse(null);
    }

    private static @Nullable String addresses(@Nullable AddressList list) {
        return list == null ? null : mailboxes(list.flatten());
    }

    private void body(Entity entity, Draft draft, int depth) throws Exception {
        if (depth > DEEPEST) {
            return;
        }
        var attachment = attachmentName(entity);
        if (attachment != null) {
            draft.entry(attachment);
            if (attached.size() < MOST_ATTACHED) {
                attached.add(new Attached(attachment, entity.getMimeType(), size(entity)));
            }
            return;
        }
        switch (entity.getBody()) {
            case Multipart parts when "alternative".equals(parts.getSubType()) -> body(best(parts), draft, depth + 1);
            case Multipart parts -> {
                for (var part : parts.getBodyParts()) {
                    body(part, draft, depth + 1);
                }
            }
            case Message inner -> {
                headers(inner, draft);
                body(inner, draft, depth + 1);
            }
            case SingleBody text when entity.getMimeType().startsWith("text/") -> text(entity, text, draft);
            case null, default -> {}
        }
    }

    /** {@return the size in bytes once unpacked, -1 when it is a mail or has parts itself} */
    private static long size(Entity entity) throws IOException {
        if (!(entity.getBody() instanceof SingleBody single)) {
            return -1;
        }
        try (var in = single.getInputStream()) {
            return in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private void attachments(Draft draft) throws IOException, Unreadable {
        if (attached.isEmpty()) {
            return;
        }
        draft.text("附件 Attachments\n");
        draft.html("<h3>附件 Attachments</h3><table>");
        for (var one : attached) {
            var size = one.size() < 0 ? "" : size(one.size());
            draft.text(one.name() + "\n");
            draft.html("<tr><td>" + SafeHtml.escape(one.name()) + "</td><td>" + SafeHtml.escape(one.mime())
                    + "</td><td>" + size + "</td></tr>");
        }
        draft.html("</table><p>附件没有拆出，留在邮件原件里。 The attachments stay inside the original mail.</p>");
    }

    private static String size(long bytes) {
        return bytes < 1024
                ? bytes + " B"
                : bytes < 1 << 20 ? (bytes + 512) / 1024 + " KB" : "%.1f MB".formatted(bytes / 1048576.0);
    }

    private static @Nullable String attachmentName(Entity entity) {
        var name = entity.getFilename();
        if (name != null) {
            return name;
        }
        var isText = entity.isMultipart()
                || entity.getMimeType().startsWith("text/")
                || entity.getMimeType().startsWith("message/");
        return "attachment".equals(entity.getDispositionType()) || !isText ? entity.getMimeType() : null;
    }

    /** Of several forms of the same words, the one with structure, which stands last. */
    private static Entity best(Multipart parts) {
        Entity best = parts.getBodyParts().getFirst();
        for (var part : parts.getBodyParts()) {
            if (part.isMultipart() || part.getMimeType().startsWith("text/")) {
                best = part;
            }
        }
        return best;
    }

    private void text(Entity entity, SingleBody body, Draft draft) throws Exception {
        byte[] bytes;
        try (var in = body.getInputStream()) {
            bytes = in.readNBytes(LONGEST_BODY + 1);
        }
        if (bytes.length > LONGEST_BODY) {
            throw new Unreadable(ReadingState.TOO_LARGE, "a mail whose text is more than 16 MB");
        }
        var decoded = decode(bytes, body);
        if (entity.getMimeType().toLowerCase(Locale.ROOT).equals("text/html")) {
            html(decoded, draft);
        } else {
            draft.html("<pre>" + SafeHtml.escape(decoded) + "</pre>");
            draft.text(decoded + "\n");
        }
    }

    /** Mails name their character set wrongly often enough that valid UTF-8 and a plausible guess come first. */
    private static String decode(byte[] bytes, SingleBody body) {
        var declared = body instanceof TextBody text ? text.getMimeCharset() : null;
        if (declared == null || declared.equalsIgnoreCase("us-ascii")) {
            return TextDecoding.decode(bytes).text();
        }
        try {
            var name = declared.toLowerCase(Locale.ROOT);
            var set = name.startsWith("gb") ? Charset.forName("GB18030") : Charset.forName(name);
            return new String(bytes, set);
        } catch (IllegalArgumentException e) {
            return TextDecoding.decode(bytes).text();
        }
    }

    private void html(String page, Draft draft) throws Exception {
        var parser = tika.parserFor(MediaType.TEXT_HTML).orElseThrow();
        var metadata = new Metadata();
        metadata.set(Metadata.CONTENT_TYPE, "text/html; charset=UTF-8");
        var bytes = page.replaceAll("(?i)<meta[^>]*charset[^>]*>", "").getBytes(StandardCharsets.UTF_8);
        parser.parse(new ByteArrayInputStream(bytes), new SafeHtml(draft), metadata, new ParseContext());
    }
}
