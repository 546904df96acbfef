package lantai.ingest.sample;

/**
 * The size of a sheet of paper in millimetres.
 *
 * @param width across
 * @param height downwards
 */
record PageSize(double width, double height) {
    static final PageSize A4 = new PageSize(210, 297);

    /** A voucher or an invoice (240 × 140). */
    static final PageSize SLIP = new PageSize(240, 140);
}
