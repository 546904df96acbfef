package lantai.ingest.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {
    @Test
    void aFailedJobIsTriedAgainSoonAndThenMoreSeldom() {
        assertThat(Patience.pause(0)).isEqualTo(Duration.ofSeconds(2));
        assertThat(Patience.pause(1)).isEqualTo(Duration.ofSeconds(3));
        assertThat(Patience.pause(3)).isEqualTo(Duration.ofMillis(6750));
    }

    @Test
    void afterANightOfFailuresItIsStillTriedEveryMinute() {
        assertThat(Patience.pause(9)).isEqualTo(Duration.ofSeconds(60));
        assertThat(Patience.pause(5_000)).isEqualTo(Duration.ofSeconds(60));
    }
}
