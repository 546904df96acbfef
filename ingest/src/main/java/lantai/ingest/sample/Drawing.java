package lantai.ingest.sample;

/** What is to be put on one page. */
@FunctionalInterface
interface Drawing {
    void on(Page page);
}
