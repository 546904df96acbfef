package lantai.web.operator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Can files be written into a folder? Tried with a real file, because a full or read-only disk still claims it can. */
public final class WritableFolderCheck implements HealthCheck {
    private final String name;
    private final Path folder;

    public WritableFolderCheck(String name, Path folder) {
        this.name = name;
        this.folder = folder;
    }

    @Override
    public CheckResult check() {
        try {
            Files.createDirectories(folder);
            var probe = Files.createTempFile(folder, "probe", ".tmp");
            Files.writeString(probe, "probe");
            Files.delete(probe);
            return CheckResult.up(name, Map.of());
        } catch (IOException failure) {
            return CheckResult.down(name, "the folder cannot be written");
        }
    }
}
