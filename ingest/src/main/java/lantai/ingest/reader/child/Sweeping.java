package lantai.ingest.reader.child;

/**
 * Sweeps the heap of the OCR process between pages. Pictures of pages outlive the young generation, and the virtual machine lets
 * the old one fill to its limit, which is there for the largest pages, before it looks for what is dead: a process that needs
 * 100 MiB would grow to 1.8 GiB. A sweep takes about 50 ms and falls due every ten to twenty pages.
 */
final class Sweeping {
    /** The share of the largest heap in use from which it is swept. */
    private static final double SHARE = 0.25;

    private final Runtime runtime = Runtime.getRuntime();

    /** To be called when nothing of a page is needed any more. */
    synchronized void pageDone() {
        if (runtime.totalMemory() - runtime.freeMemory() > SHARE * runtime.maxMemory()) {
            System.gc();
        }
    }
}
