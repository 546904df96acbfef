package lantai.ingest.sample;

import java.awt.Shape;

/** One side of paper that can be drawn on: scanned, in a PDF or in an OFD. All lengths are millimetres. */
interface Sheet {
    /** Writes one run of text; the point is the start of its base line. */
    void text(String text, Point baseline, Type type);

    /** Draws a shape: its outline of the given weight, or its inside where the weight is 0. */
    void shape(Shape shape, double weight, Ink ink);
}
