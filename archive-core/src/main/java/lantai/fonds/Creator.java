package lantai.fonds;

import java.time.LocalDate;

/**
 * What the body that forms a fonds (立档单位) was called from a day on.
 *
 * @param basis the paper that gave it this name
 */
public record Creator(String name, LocalDate fromOn, String basis) {}
