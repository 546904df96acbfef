package lantai.web.item;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lantai.removal.Condemned;
import lantai.removal.Place;
import lantai.removal.Trace;
import org.jdbi.v3.core.Handle;

/** The copies with text of an item, one for each version of its object. */
public final class CopyTrace implements Trace {
    private final Path derivatives;

    /** @param derivatives where {@link TextCopies} keeps them, in the folder {@code copies} */
    public CopyTrace(Path derivatives) {
        this.derivatives = derivatives;
    }

    @Override
    public String name() {
        return "copies";
    }

    @Override
    public List<String> forget(Handle transaction, Condemned item) {
        return List.of();
    }

    @Override
    public void remove(Condemned item, List<String> names) throws IOException {
        var id = item.id().toString();
        var folder = derivatives.resolve("copies").resolve(id.substring(0, 2));
        if (!Files.exists(folder)) {
            return;
        }
        try (var copies = Files.newDirectoryStream(folder, id + "-*")) {
            for (var copy : copies) {
                Files.deleteIfExists(copy);
            }
        }
    }

    @Override
    public List<Place> places() {
        return List.of(new Place.Folder("copies", derivatives.resolve("copies")));
    }
}
