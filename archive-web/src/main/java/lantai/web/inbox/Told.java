package lantai.web.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the interface tells, as JSON. Times are ISO 8601 in UTC; what is not known is left out. */
final class Told {
    private Told() {}

    /**
     * A batch and how far it has come.
     *
     * @param files files at each step
     * @param settled whether nothing more happens by itself
     * @param handedOver files that belonged to a sealed paper and went with it
     * @param destroyed files that went with the destroyed records made of them
     * @param remainingSeconds how long it still takes, as far as its pace is known
     */
    @JsonInclude(Include.NON_NULL)
    record OneBatch(
            String id,
            String title,
            String source,
            String createdAt,
            String state,
            String engine,
            int total,
            Map<String, Integer> files,
            long pages,
            long pagesRead,
            int toReview,
            int accepted,
            int filed,
            boolean settled,
            int handedOver,
            int destroyed,
            @Nullable Long remainingSeconds) {}

    /**
     * One page of batches.
     *
     * @param next to be given as {@code after} for the next page
     */
    @JsonInclude(Include.NON_NULL)
    record BatchPage(List<OneBatch> batches, @Nullable String next) {}

    /**
     * A file.
     *
     * @param state received, checked, read, proposed, quarantined, cancelled, or filed
     * @param reason the code of the reading state for which it is in quarantine
     * @param reasonText the same in words, with what to do
     * @param seenBefore whether the same bytes had been received before
     * @param sameAs where they lie: a path or a reference code
     * @param items reference codes of the items made from it
     */
    @JsonInclude(Include.NON_NULL)
    record OneFile(
            String id,
            String path,
            String sha256,
            long size,
            String state,
            @Nullable String reason,
            @Nullable String reasonText,
            String mime,
            String puid,
            String format,
            int pages,
            int pagesRead,
            boolean seenBefore,
            @Nullable String sameAs,
            String receivedAt,
            List<String> documents,
            List<String> items) {}

    /** One page of files. */
    @JsonInclude(Include.NON_NULL)
    record FilePage(List<OneFile> files, @Nullable String next) {}

    /**
     * The acknowledgement of a file.
     *
     * @param again whether this very delivery had been acknowledged before
     */
    @JsonInclude(Include.NON_NULL)
    record OneReceipt(
            String fileId,
            String batchId,
            String path,
            String sha256,
            String sm3,
            long size,
            boolean again,
            boolean seenBefore,
            @Nullable String sameAs,
            @Nullable String reason,
            @Nullable String reasonText) {}

    /**
     * An upload in pieces.
     *
     * @param arrived where the next piece starts
     */
    @JsonInclude(Include.NON_NULL)
    record OneUpload(
            String id, long length, long arrived, @Nullable OneReceipt receipt) {}

    /** How many things a deed concerned. */
    record Done(int files) {}
}
