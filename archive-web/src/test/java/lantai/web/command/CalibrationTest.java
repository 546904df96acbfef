package lantai.web.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Proposals are counted by how sure they were, and drawn. */
class CalibrationTest {
    @Test
    void proposalsOfLikeConfidenceAreCountedTogether() {
        var calibration = new Calibration();
        calibration.add(1, true);
        calibration.add(0.94, true);
        calibration.add(0.92, false);
        calibration.add(0.35, false);
        assertThat(calibration.bands())
                .containsExactly(new Calibration.Band(0.3, 0.4, 1, 0, 0.35), new Calibration.Band(0.9, 1, 3, 2, 0.953));
    }

    @Test
    void whatIsAsOftenRightAsItIsSureLiesOnTheLine() {
        var calibration = new Calibration();
        calibration.add(0.5, true);
        calibration.add(0.5, false);
        assertThat(Calibration.svg(calibration.bands()))
                .contains("cx=\"200.0\" cy=\"200.0\"", "<title>1 / 2</title>")
                .endsWith("</svg>\n");
    }
}
