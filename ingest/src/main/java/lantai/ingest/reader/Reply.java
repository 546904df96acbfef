package lantai.ingest.reader;

/** What came back from a child. */
sealed interface Reply {
    /** It answered. */
    record Answer(String json) implements Reply {}

    /**
     * It was stopped or died, and is gone.
     *
     * @param state why, as an outcome
     * @param reason one sentence
     * @param news the last it told before, or empty
     */
    record Ended(ReadingState state, String reason, String news) implements Reply {}
}
