package lantai.web.appraisal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.classification.Category;
import lantai.database.Database;
import lantai.record.Component;
import lantai.record.Item;
import lantai.record.ItemRegister;
import lantai.record.Origin;
import lantai.record.Privacy;
import lantai.record.ReferenceCode;
import lantai.retention.RetentionPeriod;
import lantai.storage.ArchivalStore;
import lantai.storage.FixityDigest;
import lantai.web.LantaiServer;
import lantai.web.launch.RunningArchive;

/** Old records for tests of appraisal, put straight into a running archive: reading them would take minutes. */
final class Deposit {
    private Deposit() {}

    /** Files so many invented texts as records of a year, kept ten years. */
    static List<UUID> put(LantaiServer server, int number, int year) {
        var items = new ArrayList<UUID>();
        try (var database = Database.open(RunningArchive.find(server.data()).database(Map.of()))) {
            var store = ArchivalStore.open(
                    server.data().resolve("objects"), server.data().resolve("objects-work"));
            for (var i = 1; i <= number; i++) {
                items.add(put(database, store, server.data(), year, i));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return items;
    }

    private static UUID put(Database database, ArchivalStore store, Path data, int year, int number)
            throws IOException {
        var id = UUID.randomUUID();
        var title = "样例·门诊费用报销单 第 %d 号".formatted(number);
        var file = Files.writeString(Files.createTempFile(data.resolve("temporary"), "deposit", ".txt"), title + id);
        try {
            var fixity = FixityDigest.of(file);
            var item = item(id, title, year, number);
            var master = new Component(1, "报销单.txt", fixity, "text/plain", "x-fmt/111", "Plain Text File");
            store.put(
                    item.objectId(),
                    List.of(
                            new ArchivalStore.Part(file, master.path(), fixity),
                            new ArchivalStore.Part(file, "text/text.txt", fixity)),
                    "filing",
                    "test",
                    item.filedAt());
            database.jdbi()
                    .useTransaction(
                            transaction -> new ItemRegister().add(transaction, item, List.of(master), List.of()));
        } finally {
            Files.delete(file);
        }
        return id;
    }

    private static Item item(UUID id, String title, int year, int number) {
        return new Item(
                id,
                new ReferenceCode("J057-ZY·YB·YB·%d-D10-%04d".formatted(year, number)),
                "J057",
                Category.YW,
                "claim-reimbursement",
                "医疗费用手工报销申请审核表",
                year,
                new RetentionPeriod.Years(10),
                title,
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Privacy(false, 1),
                Origin.UNKNOWN,
                0,
                Item.objectIdOf(id),
                1,
                Instant.parse("2026-11-22T02:00:00Z"),
                "test",
                1);
    }
}
