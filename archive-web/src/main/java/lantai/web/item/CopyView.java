package lantai.web.item;

import java.util.UUID;
import lantai.web.frame.Page;

/**
 * The part of an item's page that offers the copy with text.
 *
 * @param asksReason whether a reason has to be given before it is taken away
 * @param pages how many pages the copy has
 */
public record CopyView(Page page, UUID id, CopyState state, boolean asksReason, int pages) {}
