package lantai.ingest.intake;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.account.SignedIn;
import lantai.problem.Malformed;
import lantai.problem.NotFound;
import lantai.problem.Refused;
import lantai.storage.Staging;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Uploads that can be continued after a cut: announced with their length, sent in one or more pieces, and received as a
 * file when the last byte has arrived.
 */
public final class UploadDesk {
    private final Jdbi jdbi;
    private final Staging staging;
    private final IntakeDesk intake;
    private final IntakeSettings settings;
    private final InstantSource clock;

    public UploadDesk(Jdbi jdbi, Staging staging, IntakeDesk intake, IntakeSettings settings, InstantSource clock) {
        this.jdbi = jdbi;
        this.staging = staging;
        this.intake = intake;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * How far an upload has come.
     *
     * @param arrived bytes that are safe; the next piece starts here
     * @param receipt the acknowledgement, once all bytes have arrived
     */
    public record State(UUID id, long length, long arrived, Optional<Receipt> receipt) {}

    /**
     * Announces an upload.
     *
     * @throws Malformed when the length is not known or beyond the limit
     * @throws Refused when the batch was cancelled
     * @throws lantai.problem.Unavailable when the disk is nearly full
     */
    public UUID announce(SignedIn who, UUID batch, String path, long length, Map<String, String> metadata) {
        if (length < 0) {
            throw new Malformed(IntakeProblem.LENGTH_WRONG, length);
        }
        if (length > settings.largestFile()) {
            throw new Malformed(IntakeProblem.TOO_LARGE, length, settings.largestFile());
        }
        var name = DeliveredName.of(path);
        intake.requireOpen(batch, length);
        var id = UUID.randomUUID();
        jdbi.useTransaction(transaction -> transaction
                .createUpdate("""
                        insert into upload (id, batch_id, path, length, metadata, created_by, created_at)
                        values (:id, :batch, :path, :length, cast(:metadata as jsonb), :by, :now)
                        """)
                .bind("id", id)
                .bind("batch", batch)
                .bind("path", name.unsafe() ? path : name.path())
                .bind("length", length)
                .bind("metadata", ReceivedFiles.json(metadata))
                .bind("by", who.account().id())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute());
        return id;
    }

    /**
     * Tells how far an upload has come.
     *
     * @throws NotFound when there is no such upload of this person
     */
    public State state(SignedIn who, UUID id) {
        var row = row(who, id);
        return row.fileId().isPresent()
                ? finished(id, row)
                : new State(id, row.length(), staging.arrived(id), Optional.empty());
    }

    private State finished(UUID id, Row row) {
        return new State(
                id,
                row.length(),
                row.length(),
                row.fileId().map(file -> jdbi.withHandle(handle -> intake.receiptOf(handle, file))));
    }

    /** {@return the batch to which an upload belongs} */
    public UUID batchOf(SignedIn who, UUID id) {
        return row(who, id).batchId();
    }

    /**
     * Takes the next piece. When it is the last one, the file is received.
     *
     * @param offset must be the number of bytes that have arrived
     * @throws Refused when the offset is another one; {@link #state} tells the right one
     * @throws Malformed when more comes than was announced
     * @throws IOException when the stream breaks off; what had arrived is kept
     */
    public State append(SignedIn who, UUID id, long offset, InputStream bytes) throws IOException {
        var row = row(who, id);
        if (row.fileId().isPresent()) {
            return finished(id, row);
        }
        var before = staging.arrived(id);
        if (offset != before) {
            throw new Refused(IntakeProblem.OFFSET_WRONG, offset, before);
        }
        var arrived = staging.append(id, offset, new Bounded(bytes, row.length() - offset + 1));
        if (arrived > row.length()) {
            staging.discard(id);
            throw new Malformed(IntakeProblem.LENGTH_WRONG, row.length());
        }
        if (arrived < row.length()) {
            return new State(id, row.length(), arrived, Optional.empty());
        }
        var receipt =
                intake.receiveStaged(row.batchId(), Optional.of(who), row.path(), staging.complete(id), row.metadata());
        jdbi.useTransaction(transaction -> transaction
                .createUpdate("update upload set file_id = :file where id = :id")
                .bind("file", receipt.fileId())
                .bind("id", id)
                .execute());
        return new State(id, row.length(), arrived, Optional.of(receipt));
    }

    private Row row(SignedIn who, UUID id) {
        return jdbi.withHandle(handle -> find(handle, who, id))
                .orElseThrow(() -> new NotFound(IntakeProblem.NO_SUCH_UPLOAD, id));
    }

    private static Optional<Row> find(Handle handle, SignedIn who, UUID id) {
        return handle.createQuery("select * from upload where id = :id and created_by = :by")
                .bind("id", id)
                .bind("by", who.account().id())
                .map((row, _) -> new Row(
                        row.getObject("batch_id", UUID.class),
                        row.getString("path"),
                        row.getLong("length"),
                        ReceivedFiles.map(row.getString("metadata")),
                        Optional.ofNullable(row.getObject("file_id", UUID.class))))
                .findOne();
    }

    private record Row(UUID batchId, String path, long length, Map<String, String> metadata, Optional<UUID> fileId) {}
}
