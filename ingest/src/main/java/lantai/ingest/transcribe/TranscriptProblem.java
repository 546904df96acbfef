package lantai.ingest.transcribe;

import lantai.problem.Problem;

/** What can be wrong with a wish for a transcript. */
enum TranscriptProblem implements Problem {
    /** No program is named that puts speech into words. */
    NO_ENGINE,
    /** The recording is being put into words. */
    BEING_TRANSCRIBED,
    /** There is no proposal, or not any more. */
    NOTHING_PROPOSED,
    /** None of the lines was chosen. */
    NOTHING_CHOSEN
}
