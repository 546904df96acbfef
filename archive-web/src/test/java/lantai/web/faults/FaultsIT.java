package lantai.web.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import lantai.web.LantaiServer;
import lantai.web.bench.FaultRounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two of the rounds of {@code ./lantai bench faults}; {@code -Dseed=} repeats them. */
class FaultsIT {
    private static final int ROUNDS = 2;

    @TempDir
    private Path folder;

    @Test
    void nothingAcknowledgedIsLostWhateverIsKilled() throws Exception {
        var seed = Long.getLong("seed", System.nanoTime());
        var rounds = new FaultRounds(LantaiServer.distribution(), folder, seed).run(ROUNDS, _ -> {});
        assertThat(rounds)
                .allSatisfy(round -> assertThat(round.broken())
                        .as("round " + round.round() + ", seed " + seed)
                        .isEmpty());
        assertThat(rounds).hasSize(ROUNDS);
        assertThat(rounds.getLast().acknowledged()).isEqualTo(ROUNDS * FaultRounds.FILES);
        assertThat(rounds.getLast().killed())
                .as("each was killed at least once")
                .containsKeys("SERVER", "READER", "DATABASE");
    }
}
