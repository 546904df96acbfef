package lantai.web.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lantai.problem.Refused;
import org.junit.jupiter.api.Test;

class PreflightTest {
    private static final Path DATA = Path.of("data");
    private static final long GIBIBYTE = 1L << 30;

    private final List<String> said = new ArrayList<>();
    private final Preflight preflight = new Preflight((key, _) -> said.add(key));

    @Test
    void belowOneGibibyteNothingIsStarted() {
        assertThatThrownBy(() -> preflight.checkSpace(DATA, GIBIBYTE - 1))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problem()).isEqualTo(LaunchProblem.DISK_NEARLY_FULL));
    }

    @Test
    void belowFiveGibibytesThePersonIsWarned() {
        preflight.checkSpace(DATA, GIBIBYTE);
        assertThat(said).containsExactly("launch.space-is-short");
    }

    @Test
    void fromFiveGibibytesOnNothingIsSaid() {
        preflight.checkSpace(DATA, 5 * GIBIBYTE);
        assertThat(said).isEmpty();
    }
}
