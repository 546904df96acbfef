package lantai.description;

import java.util.Map;
import lantai.record.Item;

/** Tells what was said of a record when it was filed, beyond what the register holds. */
@FunctionalInterface
public interface FirstWords {
    /** {@return values by the code of the element} */
    Map<String, String> of(Item item);
}
