package lantai.web.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import lantai.web.LantaiServer;
import lantai.web.bench.ReadingSoak;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./lantai bench soak} with few pages. How large the readers become and whether cores lie idle is told by the long one only. */
class ReadingSoakIT {
    private static final int PAGES = 40;
    private static final int DAMAGED = 2;

    @TempDir
    private Path folder;

    @Test
    void everyPageIsReadOrRefusedAndBothKindsOfReadersAreWatched() throws Exception {
        var heard = new ArrayList<Integer>();

        var figures =
                new ReadingSoak(LantaiServer.distribution(), folder, InstantSource.system(), heard::add).run(PAGES);

        assertThat(figures)
                .as(figures.toString())
                .containsEntry("pagesIn", PAGES)
                .containsEntry("pagesRead", PAGES - DAMAGED)
                .containsEntry("pagesRefused", DAMAGED);
        assertThat(figures.get("holds"))
                .as(figures.toString())
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Boolean.class))
                .containsEntry("everyPageAccountedFor", true);
        assertThat(figures.get("processes"))
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .as("both kinds of readers were looked at")
                .satisfies(looks -> assertThat(looks.keySet())
                        .anyMatch(name -> name.startsWith("recognising "))
                        .anyMatch(name -> name.startsWith("parsing ")));
        assertThat((Double) figures.get("shareOfProcessorsLeft")).isBetween(0.5, 1.0);
        assertThat(heard).isNotEmpty().isSorted();
    }
}
