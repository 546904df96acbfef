package lantai.description;

import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Judges, in the same transaction, whether a record tells of persons now that it has other words. */
@FunctionalInterface
public interface Judge {
    void judge(Handle transaction, UUID item);
}
