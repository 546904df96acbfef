package lantai.ingest.sample;

/**
 * How a sheet went through the scanner.
 *
 * @param dpi dots per inch
 * @param depth what the scanner recorded
 * @param skew how far the sheet lay askew, in degrees clockwise, at most 1
 * @param quarterTurns how often the sheet was turned by 90° clockwise
 * @param paper the brightness of the paper, 0–255
 * @param noise how far a dot may differ from what it should be, 0–255
 * @param bound whether the sheet was folded and punched
 * @param seed of the noise
 */
record Look(int dpi, Depth depth, double skew, int quarterTurns, int paper, int noise, boolean bound, long seed) {
    /** What a scanner records of a dot. */
    enum Depth {
        BILEVEL,
        GREY,
        COLOUR
    }

    static Look clean(int dpi, Depth depth) {
        return new Look(dpi, depth, 0, 0, 255, 0, false, 1);
    }

    /** {@return a sheet as an office scanner sees it: a little askew, not quite white, a little noisy} */
    static Look office(int dpi, double skew, long seed) {
        return new Look(dpi, Depth.COLOUR, skew, 0, 246, 5, false, seed);
    }

    Look grey() {
        return new Look(dpi, Depth.GREY, skew, quarterTurns, paper, noise, bound, seed);
    }

    Look turned(int quarters) {
        return new Look(dpi, depth, skew, quarters, paper, noise, bound, seed);
    }

    /** {@return the same scan of a sheet that is old: grey, folded, punched} */
    Look old() {
        return new Look(dpi, depth, skew, quarterTurns, 226, 9, true, seed);
    }

    Look numbered(int page) {
        return new Look(dpi, depth, skew * (page % 2 == 0 ? 1 : -0.6), quarterTurns, paper, noise, bound, seed + page);
    }
}
