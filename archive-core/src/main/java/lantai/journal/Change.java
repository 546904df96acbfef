package lantai.journal;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * One line of a segment.
 *
 * @param id grows through the whole journal; a row's changes stand in its order
 * @param at when it was noted, ISO 8601
 * @param register the table, empty for an epoch
 * @param row the row by its columns
 */
public record Change(
        @JsonProperty("id") long id,
        @JsonProperty("at") String at,
        @JsonProperty("register") String register,
        @JsonProperty("deed") Deed deed,
        @JsonProperty("row") JsonNode row) {}
