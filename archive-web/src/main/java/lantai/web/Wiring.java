package lantai.web;

import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import java.util.List;
import java.util.Set;
import lantai.database.Database;
import lantai.web.home.HomeResource;
import lantai.web.operator.DatabaseCheck;
import lantai.web.operator.DiskSpaceCheck;
import lantai.web.operator.HealthResource;
import lantai.web.operator.WritableFolderCheck;
import lantai.web.view.ViewWriter;

/** Builds everything the application consists of, once, and closes it in the end. The only place that knows all features. */
final class Wiring implements AutoCloseable {
    private final Database database;
    private final Set<Object> resources;

    Wiring(Settings settings) {
        database = Database.open(settings.database());
        var staging = settings.data().resolve("staging");
        var health = new HealthResource(List.of(
                new DatabaseCheck(database), new WritableFolderCheck("staging", staging), new DiskSpaceCheck(staging)));
        resources = Set.of(new JacksonJsonProvider(), new ViewWriter(), health, new HomeResource());
    }

    /** Resources and providers of the application; each is used by many threads at once. */
    Set<Object> resources() {
        return resources;
    }

    @Override
    public void close() {
        database.close();
    }
}
