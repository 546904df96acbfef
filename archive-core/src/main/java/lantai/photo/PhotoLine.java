package lantai.photo;

import java.time.Instant;
import java.util.UUID;
import lantai.record.CodeGaps;

/** One number of a photo group: a photo, or what tells of one that is not here any more. */
public sealed interface PhotoLine {
    /** {@return its number within the group (张号), from 1} */
    int number();

    /** {@return its reference code} */
    String code();

    /**
     * A photo.
     *
     * @param pages of which there are pictures to show
     * @param described whether somebody has written its caption
     */
    record Photo(int number, String code, UUID item, String title, int pages, Caption caption, boolean described)
            implements PhotoLine {}

    /**
     * A number without a photo: it was destroyed, renumbered or taken back.
     *
     * @param kind as the gap is explained
     */
    record Gone(int number, String code, CodeGaps.Kind kind, String reason, Instant at) implements PhotoLine {}
}
