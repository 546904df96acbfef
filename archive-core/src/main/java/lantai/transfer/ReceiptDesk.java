package lantai.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lantai.account.SignedIn;
import lantai.audit.AuditAction;
import lantai.audit.Subject;
import lantai.problem.Malformed;
import lantai.problem.NotFound;
import lantai.problem.Refused;
import lantai.storage.Fixity;
import lantai.storage.FixityDigest;
import org.jdbi.v3.core.Handle;

/**
 * Where a medium changes hands and where the archives' receipt is taken. A receipt is taken as a whole or not at all; the file is kept in
 * either case. What the archives accept they keep from then on; it stays findable here.
 */
public final class ReceiptDesk {
    private static final int LARGEST = 32 << 20;
    private static final int LONGEST = 100;
    private static final int LONGEST_NAME = 200;

    private final TransferRows rows = new TransferRows();
    private final TransferDoors doors;
    private final SheetRows sheets;
    private final InstantSource clock;
    private final ZoneId zone;
    private final TransferRecords kept;

    /** @param zone the agency's time zone, in which a day begins */
    public ReceiptDesk(TransferDoors doors, SheetRows sheets, InstantSource clock, ZoneId zone) {
        this.doors = doors;
        this.sheets = sheets;
        this.clock = clock;
        this.zone = zone;
        this.kept = new TransferRecords(doors, clock);
    }

    /**
     * Notes that the medium changed hands, and keeps the lists that went with it for ever.
     *
     * @throws Refused when something has come to stand in the way of a record
     * @throws IOException when the lists cannot be kept
     */
    public void handOver(Handle transaction, SignedIn who, UUID id, TransferList.HandOver hands) throws IOException {
        var list = rows.locked(transaction, id);
        if (hands.by().isBlank()
                || hands.to().isBlank()
                || hands.by().length() + hands.to().length() > LONGEST) {
            throw new Malformed(TransferProblem.HANDS_MISSING);
        }
        if (hands.on().isAfter(LocalDate.ofInstant(clock.instant(), zone))) {
            throw new Malformed(TransferProblem.DAY_IN_FUTURE, hands.on());
        }
        TransferDesk.requireFree(
                transaction,
                rows,
                id,
                doors.obstacles()
                        .against(
                                transaction,
                                rows.entries(transaction, id).stream()
                                        .map(TransferEntry::item)
                                        .collect(Collectors.toSet())));
        var deed = new TransferDeed.HandOver(true);
        rows.save(transaction, id, list.process().after(deed), list.sm3());
        transaction
                .createUpdate("""
                        update transfer_list set handed_over_on = :on, handed_over_by = :by, taken_over_by = :to where id = :id
                        """)
                .bind("on", hands.on())
                .bind("by", hands.by().strip())
                .bind("to", hands.to().strip())
                .bind("id", id)
                .execute();
        kept.list(
                list, TransferContent.of(transaction, list).json(), who.actor().name());
        doors.audit()
                .record(
                        transaction,
                        who.actor(),
                        AuditAction.TRANSFER_HANDED_OVER,
                        Subject.of("transfer-list", id),
                        Map.of("list", list.number(), "to", list.archive().name()));
    }

    /**
     * Takes a receipt.
     *
     * @param name of the file
     * @param number of the receipt, may be empty
     * @return the receipt; with findings it has changed nothing
     * @throws Malformed when the file is no table with the columns that a receipt has
     * @throws Refused when the list does not wait for one
     */
    public Receipt take(SignedIn who, UUID id, String name, String number, InputStream in) throws IOException {
        var file = Files.createTempFile(doors.temporary(), "receipt", ".table");
        try {
            store(in, file);
            var table = read(file, name);
            var fixity = FixityDigest.of(file);
            return doors.jdbi().<Receipt, IOException>inTransaction(transaction -> {
                var list = rows.locked(transaction, id);
                list.process().after(new TransferDeed.Receipt());
                var compared = new ReceiptTable(rows.entries(transaction, id));
                compared.compare(table);
                var receipt = receipt(list, compared, new Named(name.strip(), number.strip(), fixity), who);
                kept.receipt(receipt, file, who.actor().name());
                insert(transaction, receipt);
                if (receipt.applied()) {
                    apply(transaction, who, list, compared.answers(), receipt);
                }
                audit(transaction, who, list, receipt);
                return receipt;
            });
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** What a file is called, the receipt's number, and what its bytes are. */
    private record Named(String name, String number, Fixity fixity) {}

    private static void store(InputStream in, Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            var buffer = new byte[1 << 16];
            var size = 0L;
            for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > LARGEST) {
                    throw new Malformed(TransferProblem.RECEIPT_TOO_LARGE, LARGEST);
                }
                out.write(buffer, 0, read);
            }
        }
    }

    /** A workbook is opened by a reader in a process of its own; a text with separators needs no program. */
    private List<List<String>> read(Path file, String name) throws IOException {
        if (Files.size(file) == 0) {
            throw new Malformed(TransferProblem.RECEIPT_EMPTY);
        }
        var isText = !name.toLowerCase(Locale.ROOT).matches(".*\\.(xlsx?|ods|et)$");
        return (isText ? DelimitedText.parse(Files.readAllBytes(file)) : sheets.read(file, name))
                .orElseThrow(() -> new Malformed(TransferProblem.RECEIPT_UNREADABLE, name));
    }

    private Receipt receipt(TransferList list, ReceiptTable compared, Named named, SignedIn who) {
        return new Receipt(
                UUID.randomUUID(),
                list.id(),
                cut(named.name()),
                cut(named.number()),
                named.fixity(),
                count(compared, Answer.ACCEPTED),
                count(compared, Answer.REFUSED),
                compared.findings().isEmpty(),
                compared.findings(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                who.actor().name());
    }

    private static String cut(String text) {
        return text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME) : text;
    }

    private static int count(ReceiptTable compared, Answer wanted) {
        return (int) compared.answers().stream()
                .filter(answered -> answered.answer() == wanted)
                .count();
    }

    private static void insert(Handle transaction, Receipt receipt) {
        transaction
                .createUpdate("""
                        insert into transfer_receipt (id, list_id, name, number, sha256, sm3, size, accepted, refused, applied,
                            findings, received_at, received_by)
                        values (:id, :list, :name, :number, :sha256, :sm3, :size, :accepted, :refused, :applied,
                            cast(:findings as jsonb), :at, :by)
                        """)
                .bind("id", receipt.id())
                .bind("list", receipt.list())
                .bind("name", receipt.name())
                .bind("number", receipt.number())
                .bind("sha256", receipt.fixity().sha256())
                .bind("sm3", receipt.fixity().sm3())
                .bind("size", receipt.fixity().size())
                .bind("accepted", receipt.accepted())
                .bind("refused", receipt.refused())
                .bind("applied", receipt.applied())
                .bind("findings", TransferRecords.json(receipt.findings()))
                .bind("at", receipt.at().atOffset(ZoneOffset.UTC))
                .bind("by", receipt.by())
                .execute();
    }

    /** Custody passes here, for all records that the archives accept at once. */
    private void apply(
            Handle transaction, SignedIn who, TransferList list, List<ReceiptTable.Answered> answers, Receipt receipt) {
        rows.save(transaction, list.id(), list.process().after(new TransferDeed.Receipt()), list.sm3());
        transaction
                .createUpdate("update transfer_list set receipt_number = :number, receipted_at = :at where id = :id")
                .bind("number", receipt.number())
                .bind("at", receipt.at().atOffset(ZoneOffset.UTC))
                .bind("id", list.id())
                .execute();
        for (var answered : answers) {
            var item = answered.entry().item();
            transaction
                    .createUpdate("""
                            update transfer_entry set answer = :answer, remark = :remark, live = :accepted
                            where list_id = :list and item_id = :item
                            """)
                    .bind("answer", answered.answer().name())
                    .bind("remark", cut(answered.remark()))
                    .bind("accepted", answered.answer() == Answer.ACCEPTED)
                    .bind("list", list.id())
                    .bind("item", item)
                    .execute();
            if (answered.answer() == Answer.ACCEPTED) {
                doors.audit()
                        .record(
                                transaction,
                                who.actor(),
                                AuditAction.CUSTODY_PASSED,
                                Subject.of("item", item),
                                Map.of(
                                        "list",
                                        list.number(),
                                        "archive",
                                        list.archive().name()));
                doors.orders().describe(transaction, item);
            }
        }
    }

    private void audit(Handle transaction, SignedIn who, TransferList list, Receipt receipt) {
        doors.audit()
                .record(
                        transaction,
                        who.actor(),
                        AuditAction.TRANSFER_RECEIPTED,
                        Subject.of("transfer-list", list.id()),
                        Map.of(
                                "list", list.number(),
                                "applied", Boolean.toString(receipt.applied()),
                                "accepted", Integer.toString(receipt.accepted()),
                                "refused", Integer.toString(receipt.refused()),
                                "findings", Integer.toString(receipt.findings().size()),
                                "sm3", receipt.fixity().sm3()));
    }

    /**
     * The file of a receipt as it came.
     *
     * @throws NotFound when the list has no such receipt
     */
    public Path file(Handle handle, UUID list, UUID receipt) {
        var found = receipts(handle, list).stream()
                .filter(each -> each.id().equals(receipt))
                .findFirst()
                .orElseThrow(() -> new NotFound(TransferProblem.NO_SUCH_RECEIPT, receipt));
        return kept.receipt(found);
    }

    /** {@return the receipts of a list, the newest first} */
    public List<Receipt> receipts(Handle handle, UUID list) {
        return handle.createQuery("select * from transfer_receipt where list_id = :list order by received_at desc, id")
                .bind("list", list)
                .map((row, _) -> receipt(row))
                .list();
    }

    private static Receipt receipt(ResultSet row) throws SQLException {
        return new Receipt(
                row.getObject("id", UUID.class),
                row.getObject("list_id", UUID.class),
                row.getString("name"),
                row.getString("number"),
                new Fixity(row.getString("sha256"), row.getString("sm3"), row.getLong("size")),
                row.getInt("accepted"),
                row.getInt("refused"),
                row.getBoolean("applied"),
                TransferRecords.findings(row.getString("findings")),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getString("received_by"));
    }
}
