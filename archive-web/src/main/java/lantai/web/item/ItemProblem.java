package lantai.web.item;

import lantai.problem.Problem;

/** What can go wrong with showing an item. What may not be seen and what is not there are told with the same words. */
enum ItemProblem implements Problem {
    NO_SUCH_ITEM,
    NO_SUCH_PAGE,
    NO_SUCH_COMPONENT,
    /** A IIIF request that the standard does not know. Values: the part. */
    IMAGE_REQUEST_NOT_UNDERSTOOD,
    /** No copy with text can be made. Values: the reason as a code. */
    NO_COPY,
    NO_STAMP,
    NO_TABLES,
    /** The file is neither sound nor video. */
    NO_RECORDING,
    /** A recording cannot be listened to. Values: the reading state as a code. */
    NO_WAVEFORM,
    /** A personal record is taken away by staff only with a reason. */
    REASON_NEEDED,
    REASON_MISSING
}
