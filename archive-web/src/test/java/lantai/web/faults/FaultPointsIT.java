package lantai.web.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import lantai.fault.FaultPoint;
import lantai.fault.FaultPoint.Effect;
import lantai.fault.FaultPoint.Side;
import lantai.web.LantaiServer;
import lantai.web.bench.FaultTable;
import lantai.web.bench.FaultTable.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Some of the trials of {@code ./lantai bench faults}: each effect, and the moments at which most could be lost. */
class FaultPointsIT {
    private static final List<Trial> TRIALS = List.of(
            new Trial(FaultPoint.HASH, Side.AFTER, Effect.KILL),
            new Trial(FaultPoint.COMMIT, Side.AFTER, Effect.KILL),
            new Trial(FaultPoint.PUT, Side.AFTER, Effect.KILL),
            new Trial(FaultPoint.FILE, Side.BEFORE, Effect.KILL),
            new Trial(FaultPoint.AUDIT, Side.AFTER, Effect.ERROR),
            new Trial(FaultPoint.ACKNOWLEDGE, Side.BEFORE, Effect.ERROR),
            new Trial(FaultPoint.FILE, Side.AFTER, Effect.ERROR),
            new Trial(FaultPoint.INDEX, Side.BEFORE, Effect.ERROR),
            new Trial(FaultPoint.READ_BACK, Side.BEFORE, Effect.HANG));

    @TempDir
    private Path folder;

    @Test
    void nothingIsLostWhereverItBreaks() throws Exception {
        var rows = new FaultTable(LantaiServer.distribution(), folder).run(TRIALS, _ -> {});
        assertThat(rows).hasSize(TRIALS.size()).allSatisfy(row -> {
            assertThat(row.struck()).as(row.trial().toString()).isTrue();
            assertThat(row.broken()).as(row.trial().toString()).isEmpty();
            assertThat(row.corrupt()).as(row.trial().toString()).isZero();
            assertThat(row.othersServed()).as(row.trial().toString()).isTrue();
            assertThat(row.acknowledged()).as(row.trial().toString()).isEqualTo(FaultTable.FILES);
        });
    }
}
