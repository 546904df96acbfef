package lantai.web.item;

import java.util.UUID;
import lantai.web.frame.Page;

/**
 * The part of an item's page that offers the copy with text.
 *
 * @param pages how many pages the copy has
 */
public record CopyView(Page page, UUID id, CopyState state, int pages) {}
