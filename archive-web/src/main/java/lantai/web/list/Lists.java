package lantai.web.list;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.access.VisibleItems.Node;
import lantai.account.SignedIn;
import lantai.audit.AuditAction;
import lantai.audit.Subject;
import org.jdbi.v3.core.Handle;

/** Statutory lists as files, written while they are read. That one was taken away is noted before. */
public final class Lists {
    private final ListDoors doors;
    private final ListTables tables;

    public Lists(ListDoors doors) {
        this.doors = doors;
        tables = new ListTables(doors);
    }

    Response answer(SignedIn who, Wanted wanted, Format format) {
        var title = doors.jdbi().inTransaction(transaction -> {
            var table = tables.table(transaction, who, wanted);
            note(transaction, who, wanted, format);
            return table.title();
        });
        StreamingOutput file = out -> write(who, wanted, format, out);
        var name = URLEncoder.encode(title + "." + format.ending(), StandardCharsets.UTF_8)
                .replace("+", "%20");
        return Response.ok(file, format.type())
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + wanted.list().code() + "." + format.ending()
                                + "\"; filename*=UTF-8''" + name)
                .build();
    }

    /**
     * Writes a list; the stream stays open.
     *
     * @param list its code, for example {@code items}
     * @param format {@code pdf} or {@code xlsx}
     * @param items only these; empty for all of the place or volume
     */
    public void write(
            SignedIn who,
            String list,
            String format,
            Node node,
            Optional<UUID> volume,
            List<UUID> items,
            OutputStream out)
            throws IOException {
        write(who, Wanted.of(list, node, volume, items), Format.of(format), out);
    }

    private void write(SignedIn who, Wanted wanted, Format format, OutputStream out) throws IOException {
        doors.jdbi()
                .<IOException>useTransaction(transaction -> format.write(tables.table(transaction, who, wanted), out));
    }

    private void note(Handle transaction, SignedIn who, Wanted wanted, Format format) {
        var node = wanted.node();
        doors.audit()
                .record(
                        transaction,
                        who.actor(),
                        AuditAction.COPY_EXPORTED,
                        wanted.volume()
                                .map(id -> Subject.of("volume", id))
                                .or(() -> wanted.group().map(id -> Subject.of("photo-group", id)))
                                .orElseGet(() -> new Subject("catalogue", node.fonds() + node.classCode())),
                        Map.of(
                                "list",
                                wanted.list().code(),
                                "format",
                                format.ending(),
                                "place",
                                String.join(
                                        " ",
                                        node.fonds(),
                                        node.category(),
                                        node.classCode(),
                                        node.year().map(Object::toString).orElse("")),
                                "chosen",
                                Integer.toString(wanted.items().size())));
    }
}
