package lantai.web.packages;

import lantai.web.frame.Page;

/** The page on which packages are handed in. */
public record InboundView(Page page) {}
