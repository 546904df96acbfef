package lantai.journal;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/**
 * The head of one segment of the journal, {@code segment.json} beside its {@code changes.jsonl}.
 *
 * @param number from 1, without gaps
 * @param previous SHA-256 of the changes of the segment before, zeros for the first
 * @param sha256 of its own changes
 * @param schema the versions of the database schema that were in force when it was written
 * @param epoch whether it begins with the whole content of the registers
 * @param changes how many lines it has
 * @param from when its first change was noted, ISO 8601
 * @param until when its last change was noted
 * @param sequences how far every counter of the database had come
 */
public record Segment(
        @JsonProperty("format") String format,
        @JsonProperty("number") long number,
        @JsonProperty("previous") String previous,
        @JsonProperty("sha256") String sha256,
        @JsonProperty("schema") List<String> schema,
        @JsonProperty("epoch") boolean epoch,
        @JsonProperty("changes") int changes,
        @JsonProperty("from") String from,
        @JsonProperty("until") String until,
        @JsonProperty("sequences") Map<String, Long> sequences) {
    static final String FORMAT = "lantai-journal-1";
    static final String NONE = "0".repeat(64);
    static final String HEAD = "segment.json";
    static final String CHANGES = "changes.jsonl";
    private static final String OBJECT = "urn:lantai:journal:";

    public Segment {
        schema = List.copyOf(schema);
        sequences = Map.copyOf(sequences);
    }

    /** {@return the OCFL object of a segment} */
    public static String objectId(long number) {
        return OBJECT + "%012d".formatted(number);
    }

    /** {@return whether an object is a segment of the journal} */
    public static boolean isSegment(String objectId) {
        return objectId.startsWith(OBJECT);
    }
}
