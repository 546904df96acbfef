package lantai.web.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sent keeps the names it has on the disk. */
class ParcelTest {
    @TempDir
    private Path folder;

    @Test
    void aNameInGbkIsReadAsItWasWritten() throws Exception {
        Files.createFile(Path.of(URI.create(folder.toUri() + "%D1%F9%C0%FD.txt")));
        Files.createFile(Path.of(URI.create(folder.toUri() + "%E6%A0%B7.txt")));
        var parcels = Parcel.walk(List.of(folder));
        assertThat(parcels)
                .extracting(Parcel::path)
                .containsExactlyInAnyOrder(folder.getFileName() + "/样例.txt", folder.getFileName() + "/样.txt");
        assertThat(parcels).extracting(Parcel::place).containsExactlyInAnyOrder(folder + "/样例.txt", folder + "/样.txt");
    }
}
