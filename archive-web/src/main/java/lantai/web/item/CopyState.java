package lantai.web.item;

/** How a copy with text of an item can be had. */
public enum CopyState {
    /** The item has no pages. */
    NONE,
    /** The original is a PDF with text. */
    ORIGINAL,
    /** It can be made, which takes a while. */
    POSSIBLE,
    /** It is being made. */
    MAKING,
    /** It is there. */
    READY,
    /** It could not be made. */
    FAILED
}
