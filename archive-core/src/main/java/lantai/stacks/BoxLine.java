package lantai.stacks;

import java.util.UUID;

/**
 * One thing in a box.
 *
 * @param id of the item or the volume
 * @param volume whether it is a volume
 */
public record BoxLine(int ordinal, UUID id, boolean volume, String referenceCode, String title, int items, int pages) {}
