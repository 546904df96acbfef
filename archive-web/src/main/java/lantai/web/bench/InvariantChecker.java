package lantai.web.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The judge after a fault: reads database rows, OCFL objects and staged files by itself, sharing no code with what it
 * judges, and lists every promise that is broken.
 */
public final class InvariantChecker {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Connection database;
    private final Path data;
    private final List<Finding> broken = new ArrayList<>();

    /**
     * A judge of one archive.
     *
     * @param data its data folder
     */
    public InvariantChecker(Connection database, Path data) {
        this.database = database;
        this.data = data;
    }

    /** What kind of promise is broken. */
    public enum Promise {
        /** What was acknowledged is there. */
        KEPT,
        /** What is there has the bytes that came in. */
        UNALTERED,
        /** Everything belongs to something. */
        OWNED,
        /** A deed is done wholly or not at all. */
        WHOLE,
        /** The audit trail has no break. */
        AUDITED
    }

    /** One promise that is broken, and by what. */
    public record Finding(Promise promise, String what) {}

    /**
     * Checks everything.
     *
     * @param acknowledged SHA-256 by path of every file that a client was told is safe
     * @return what is broken, empty when all promises hold
     */
    public List<String> check(Map<String, String> acknowledged) throws SQLException, IOException {
        return findings(acknowledged).stream().map(Finding::what).toList();
    }

    /** The same with the kind of promise. */
    public List<Finding> findings(Map<String, String> acknowledged) throws SQLException, IOException {
        checkReceived(acknowledged);
        checkBytes();
        checkDocuments();
        checkObjects();
        checkNumbers();
        checkAudit();
        return List.copyOf(broken);
    }

    private void breaks(Promise promise, String what) {
        broken.add(new Finding(promise, what));
    }

    private void checkReceived(Map<String, String> acknowledged) throws SQLException {
        Map<String, String> rows = new HashMap<>();
        each("select path, sha256 from received_file", row -> {
            if (rows.put(row.getString(1), row.getString(2)) != null) {
                breaks(Promise.WHOLE, "received twice: " + row.getString(1));
            }
        });
        acknowledged.forEach((path, sha256) -> {
            if (!sha256.equals(rows.get(path))) {
                breaks(Promise.KEPT, "acknowledged and not there: " + path);
            }
        });
    }

    /** Until a file is filed its bytes lie in staging; afterwards they may lie in its object alone. */
    private void checkBytes() throws SQLException, IOException {
        Map<String, Set<String>> masters = new HashMap<>();
        each(
                "select c.sha256, i.object_id from component c join item i on i.id = c.item_id",
                row -> masters.computeIfAbsent(row.getString(1), _ -> new HashSet<>())
                        .add(row.getString(2)));
        Map<String, Boolean> needed = new HashMap<>();
        each("""
                select f.sha256, bool_or(not exists (
                    select 1 from document_page p join document d on d.id = p.document_id
                    where p.file_id = f.id and d.state = 'FILED')) from received_file f group by f.sha256
                """, row -> needed.put(row.getString(1), row.getBoolean(2)));
        for (var content : needed.entrySet()) {
            var sha256 = content.getKey();
            var staged = data.resolve("staging/contents")
                    .resolve(sha256.substring(0, 2))
                    .resolve(sha256);
            if (Files.exists(staged)) {
                if (!digest("SHA-256", staged).equals(sha256)) {
                    breaks(Promise.UNALTERED, "staged bytes are not those: " + sha256);
                }
            } else if (content.getValue()) {
                breaks(Promise.KEPT, "bytes gone from staging before they were filed: " + sha256);
            } else if (masters.getOrDefault(sha256, Set.of()).isEmpty()) {
                breaks(Promise.KEPT, "bytes nowhere: " + sha256);
            }
        }
    }

    private void checkDocuments() throws SQLException {
        each("""
                select f.path, count(p.document_id) from received_file f
                left join document_page p on p.file_id = f.id and p.ordinal = 1
                where f.step = 'PROPOSED' group by f.id, f.path having count(p.document_id) <> 1
                """, row -> breaks(Promise.WHOLE, "a file with " + row.getInt(2) + " documents: " + row.getString(1)));
        each(
                "select id from document where state = 'FILED' and not exists (select 1 from item i where i.id = document.id)",
                row -> breaks(Promise.WHOLE, "filed without an item: " + row.getString(1)));
        each("""
                select id from item
                where not exists (select 1 from document d where d.id = item.id and d.state = 'FILED')
                  and not exists (select 1 from catalogue_entry e where e.item_id = item.id)
                """, row -> breaks(Promise.WHOLE, "an item of a document that is not filed: " + row.getString(1)));
        each("""
                select i.id from item i where not exists (
                    select 1 from audit_entry e where e.subject_type = 'item' and e.subject_id = cast(i.id as text)
                    and e.action = 'ITEM_FILED')
                    and not exists (select 1 from catalogue_entry e where e.item_id = i.id) or not exists (select 1 from outbox o where o.item_id = i.id)
                """, row -> breaks(Promise.WHOLE, "an item without audit entry or index order: " + row.getString(1)));
    }

    private void checkObjects() throws SQLException, IOException {
        Map<String, Path> objects = objects();
        Set<String> owned = new HashSet<>();
        each("select object_id from item where object_version > 0", row -> owned.add(row.getString(1)));
        each("select i.object_id, c.sha256, c.ordinal from component c join item i on i.id = c.item_id", row -> {
            var object = row.getString(1);
            owned.add(object);
            var folder = objects.get(object);
            if (folder == null) {
                breaks(Promise.KEPT, "an item without its object: " + object);
            } else if (!holds(folder, row.getString(2))) {
                breaks(Promise.KEPT, "an object without the master " + row.getString(2) + ": " + object);
            }
        });
        objects.keySet().stream()
                .filter(object -> !owned.contains(object) && !object.startsWith("urn:lantai:"))
                .forEach(object -> breaks(Promise.OWNED, "an object that no item owns: " + object));
    }

    /** Reads the inventories as the OCFL specification describes them. */
    private Map<String, Path> objects() throws IOException {
        Map<String, Path> objects = new HashMap<>();
        List<Path> roots;
        try (var walk = Files.walk(data.resolve("objects"))) {
            roots = walk.filter(path -> path.getFileName().toString().startsWith("0=ocfl_object"))
                    .map(Path::getParent)
                    .toList();
        }
        for (var root : roots) {
            var inventory = JSON.readTree(root.resolve("inventory.json").toFile());
            objects.put(inventory.path("id").asText(), root);
            checkManifest(root, inventory);
        }
        return objects;
    }

    private void checkManifest(Path root, JsonNode inventory) throws IOException {
        var algorithm = inventory.path("digestAlgorithm").asText().equals("sha512") ? "SHA-512" : "SHA-256";
        for (var content : inventory.path("manifest").properties()) {
            for (var path : content.getValue()) {
                var file = root.resolve(path.asText());
                if (!Files.exists(file) || !digest(algorithm, file).equals(content.getKey())) {
                    breaks(Promise.UNALTERED, "damaged: " + file);
                }
            }
        }
    }

    private static boolean holds(Path root, String sha256) {
        try (var walk = Files.walk(root)) {
            for (var file : walk.filter(path -> path.toString().contains("/masters/"))
                    .filter(Files::isRegularFile)
                    .toList()) {
                if (digest("SHA-256", file).equals(sha256)) {
                    return true;
                }
            }
            return false;
        } catch (IOException unreadable) {
            return false;
        }
    }

    private void checkNumbers() throws SQLException {
        each(
                """
                select s.scope, s.last, count(distinct known.code) from code_sequence s
                left join (select reference_code as code from document where reference_code is not null
                    union select reference_code from item union select reference_code from code_gap) known
                    on starts_with(known.code, s.scope) and substr(known.code, length(s.scope) + 1) ~ '^[0-9]+$'
                group by s.scope, s.last having count(distinct known.code) <> s.last
                """,
                row -> breaks(
                        Promise.WHOLE,
                        "numbers given " + row.getInt(2) + ", accounted for " + row.getInt(3) + ": "
                                + row.getString(1)));
    }

    private void checkAudit() throws SQLException {
        var last = new Object() {
            private long position;
            private byte[] sha256 = new byte[32];
        };
        each("""
                select c.position, c.sha256, e.id, e.at, e.at_machine, e.actor_id, e.actor_name, e.action,
                       e.subject_type, e.subject_id, cast(e.detail as text)
                from audit_chain c join audit_entry e on e.id = c.entry_id order by c.position
                """, row -> {
            var expected = HexFormat.of().formatHex(link(last.sha256, row));
            if (row.getLong(1) != last.position + 1 || !expected.equals(row.getString(2))) {
                breaks(Promise.AUDITED, "the audit chain breaks at " + row.getLong(1));
            }
            last.position = row.getLong(1);
            last.sha256 = HexFormat.of().parseHex(row.getString(2));
        });
        each(
                "select count(*) from audit_entry e where not exists (select 1 from audit_chain c where c.entry_id = e.id)"
                        + " and e.at < now() - interval '1 minute'",
                row -> {
                    if (row.getLong(1) > 0) {
                        breaks(Promise.AUDITED, "audit entries never linked: " + row.getLong(1));
                    }
                });
    }

    private static byte[] link(byte[] before, ResultSet row) throws SQLException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeLong(row.getLong(3));
            out.writeLong(ChronoUnit.MICROS.between(
                    Instant.EPOCH, row.getObject(4, OffsetDateTime.class).toInstant()));
            out.writeBoolean(row.getBoolean(5));
            for (var column = 6; column <= 11; column++) {
                var text = row.getString(column) == null ? "" : row.getString(column);
                var part = text.getBytes(StandardCharsets.UTF_8);
                out.writeInt(part.length);
                out.write(part);
            }
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(before);
            return digest.digest(bytes.toByteArray());
        } catch (IOException | NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String digest(String algorithm, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            var digest = MessageDigest.getInstance(algorithm);
            var buffer = new byte[1 << 16];
            for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void each(String sql, Row visitor) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                visitor.visit(rows);
            }
        }
    }

    private interface Row {
        void visit(ResultSet row) throws SQLException;
    }
}
