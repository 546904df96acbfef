package lantai.removal;

import java.util.List;
import java.util.UUID;
import lantai.record.Component;

/**
 * An item that is being destroyed, with all by which its traces are known. It outlives the item's own rows.
 *
 * @param objectId the OCFL object that holds it
 */
public record Condemned(UUID id, String objectId, List<Component> components) {
    public Condemned {
        components = List.copyOf(components);
    }
}
