package lantai.web.item;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import lantai.record.Component;
import lantai.storage.StoredBytes;

/** Answers that are a file: to be kept, or to be played in ranges (RFC 9110 section 14). */
final class FileAnswer {
    private static final String UNRESERVED =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$&+-.^_`|~";

    private FileAnswer() {}

    /** {@return a file that the browser keeps under its own name and never shows inside a page} */
    static Response attachment(Path file, String name, String mime) {
        var bytes = new StoredBytes.Plain(file);
        return Response.ok(part(bytes, 0, size(bytes)))
                .type(mime.isEmpty() ? "application/octet-stream" : mime)
                .header("Content-Disposition", disposition(name))
                .header("Content-Length", size(bytes))
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    /** {@return the bytes of a component, whole or the piece wished for, to be kept under its own name and never shown in a page} */
    static Response original(StoredBytes file, Component component, ByteWish wish) {
        return bytes(file, component, wish)
                .type(component.mime().isEmpty() ? "application/octet-stream" : component.mime())
                .header("Content-Disposition", disposition(component.name()))
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    /** {@return the bytes of a component, whole or the piece wished for, to be played inside a page} */
    static Response inside(StoredBytes file, Component component, ByteWish wish) {
        return bytes(file, component, wish)
                .type(playable(component.mime()))
                .header("Content-Disposition", "inline")
                .build();
    }

    /** The bytes never change, so their digest is their tag. */
    private static Response.ResponseBuilder bytes(StoredBytes file, Component component, ByteWish wish) {
        var size = size(file);
        var tag = '"' + component.fixity().sha256() + '"';
        var answer = switch (wish.of(tag, size)) {
            case ByteRange.Whole _ -> Response.ok(part(file, 0, size)).header("Content-Length", size);
            case ByteRange.Part(long first, long last) ->
                Response.status(Response.Status.PARTIAL_CONTENT)
                        .entity(part(file, first, last - first + 1))
                        .header("Content-Range", "bytes " + first + '-' + last + '/' + size)
                        .header("Content-Length", last - first + 1);
            case ByteRange.Outside _ ->
                Response.status(Response.Status.REQUESTED_RANGE_NOT_SATISFIABLE)
                        .header("Content-Range", "bytes */" + size);
        };
        return answer.header("Accept-Ranges", "bytes").header("ETag", tag);
    }

    /** Browsers know these formats by other names. */
    private static String playable(String mime) {
        return switch (mime) {
            case "application/mp4", "video/quicktime", "video/x-m4v" -> "video/mp4";
            case "audio/x-wav", "audio/vnd.wave" -> "audio/wav";
            case "audio/x-flac" -> "audio/flac";
            case "audio/vorbis", "audio/opus" -> "audio/ogg";
            default -> mime;
        };
    }

    /** {@return the header that names a file, also with Chinese characters (RFC 6266 and 8187, once RFC 5987)} */
    static String disposition(String name) {
        var plain = name.replaceAll("[^\\x20-\\x7e]|[\"\\\\%]", "_");
        var encoded = new StringBuilder();
        for (var octet : name.getBytes(StandardCharsets.UTF_8)) {
            if (octet > 0 && UNRESERVED.indexOf(octet) >= 0) {
                encoded.append((char) octet);
            } else {
                encoded.append('%').append(String.format(Locale.ROOT, "%02X", octet));
            }
        }
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }

    private static StreamingOutput part(StoredBytes file, long from, long length) {
        return out -> {
            try (var in = file.from(from)) {
                var buffer = new byte[1 << 16];
                for (var left = length; left > 0; ) {
                    var read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
                    if (read < 0) {
                        throw new IOException("the file has become shorter: " + file);
                    }
                    out.write(buffer, 0, read);
                    left -= read;
                }
            }
        };
    }

    private static long size(StoredBytes file) {
        try {
            return file.size();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
