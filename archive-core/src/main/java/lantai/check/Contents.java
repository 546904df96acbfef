package lantai.check;

import java.nio.file.Path;
import lantai.record.Component;
import lantai.record.Item;

/** Opens computer files, in processes of their own, and tells what they are. */
public interface Contents {
    /** {@return what opening a file to its end gave; a file never makes this throw} */
    Content open(Item item, Component component, Path file);
}
