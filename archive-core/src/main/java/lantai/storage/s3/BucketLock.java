package lantai.storage.s3;

import io.minio.DisableObjectLegalHoldArgs;
import io.minio.EnableObjectLegalHoldArgs;
import io.minio.GetObjectRetentionArgs;
import io.minio.SetObjectRetentionArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import io.minio.messages.Retention;
import io.minio.messages.RetentionMode;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** Object lock: retention in compliance mode, which nobody can shorten, and legal hold. Both sit on versions of keys. */
final class BucketLock {
    private final Bucket bucket;

    BucketLock(Bucket bucket) {
        this.bucket = bucket;
    }

    /**
     * Locks every version below a prefix.
     *
     * @param until a lock that lasts longer stays; a moment that has passed locks nothing
     */
    void lock(String prefix, Instant until, boolean held) throws IOException {
        for (var item : bucket.list(prefix, true, true)) {
            if (!item.isDeleteMarker()) {
                try {
                    retain(item, until);
                    hold(item, held);
                } catch (MinioException | IllegalStateException failure) {
                    throw new IOException(bucket.settings() + " did not lock " + item.objectName(), failure);
                }
            }
        }
    }

    private void retain(Item item, Instant until) throws MinioException {
        var now = retained(item);
        if (!until.isAfter(Instant.ofEpochMilli(System.currentTimeMillis()))
                || now.filter(known -> !known.isBefore(until)).isPresent()) {
            return;
        }
        bucket.client()
                .setObjectRetention(SetObjectRetentionArgs.builder()
                        .bucket(bucket.settings().bucket())
                        .object(item.objectName())
                        .versionId(item.versionId())
                        .config(new Retention(RetentionMode.COMPLIANCE, until.atZone(ZoneOffset.UTC)))
                        .build());
    }

    private Optional<Instant> retained(Item item) throws MinioException {
        try {
            var retention = bucket.client()
                    .getObjectRetention(GetObjectRetentionArgs.builder()
                            .bucket(bucket.settings().bucket())
                            .object(item.objectName())
                            .versionId(item.versionId())
                            .build());
            return Optional.ofNullable(retention)
                    .map(Retention::retainUntilDate)
                    .map(date -> date.toInstant());
        } catch (ErrorResponseException none) {
            return Optional.empty();
        }
    }

    private void hold(Item item, boolean held) throws MinioException {
        if (held) {
            bucket.client()
                    .enableObjectLegalHold(EnableObjectLegalHoldArgs.builder()
                            .bucket(bucket.settings().bucket())
                            .object(item.objectName())
                            .versionId(item.versionId())
                            .build());
        } else {
            bucket.client()
                    .disableObjectLegalHold(DisableObjectLegalHoldArgs.builder()
                            .bucket(bucket.settings().bucket())
                            .object(item.objectName())
                            .versionId(item.versionId())
                            .build());
        }
    }
}
