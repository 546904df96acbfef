package lantai.web.operator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Is there room for more? DOWN below 1 GB, where the database itself would soon stop. */
public final class DiskSpaceCheck implements HealthCheck {
    private static final String NAME = "disk space";
    private static final long MEBIBYTE = 1L << 20;
    private static final long LEAST_MEBIBYTES = 1024;

    private final Path folder;

    public DiskSpaceCheck(Path folder) {
        this.folder = folder;
    }

    @Override
    public CheckResult check() {
        try {
            var free = Files.getFileStore(folder).getUsableSpace() / MEBIBYTE;
            return free < LEAST_MEBIBYTES
                    ? CheckResult.down(NAME, "only " + free + " MiB are free")
                    : CheckResult.up(NAME, Map.of("freeMebibytes", Long.toString(free)));
        } catch (IOException failure) {
            return CheckResult.down(NAME, "the free space is not known");
        }
    }
}
