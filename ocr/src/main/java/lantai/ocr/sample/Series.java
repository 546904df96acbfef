package lantai.ocr.sample;

import java.util.List;

/** One of the series of pages; the one to report on has fonts of its own and arranges each kind of page otherwise. */
public enum Series {
    /** The series to tune on. */
    A(20260101, "NotoSansSC-Regular NotoSerifCJK-Regular wqy-zenhei"),
    /** The series to report on; nothing is ever fitted to it. */
    B(20260202, "uming ukai wqy-microhei"),
    /** A second series to tune on: other pages in the fonts of the first, arranged now one way, now the other. */
    C(20260303, "NotoSansSC-Regular NotoSerifCJK-Regular wqy-zenhei"),
    /** A third series to tune on: arranged as the second, in thin and in written forms of characters. */
    D(20260404, "LXGWWenKai-Light LXGWWenKai-Regular BabelStoneHan NotoSerifCJK-Light");

    private final long seed;
    private final String fonts;

    Series(long seed, String fonts) {
        this.seed = seed;
        this.fonts = fonts;
    }

    /** Whether its pages are arranged now as in the first series, now as in the one to report on, and tables ruled in all ways. */
    boolean mixed() {
        return this == C || this == D;
    }

    /** What its chances are drawn from. */
    long seed() {
        return seed;
    }

    /** File names, without their ending, of the fonts it is set in. */
    List<String> fonts() {
        return List.of(fonts.split(" ", -1));
    }
}
