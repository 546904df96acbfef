package lantai.web.item;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Moments of a recording are understood as people write them. */
class TimeCodeTest {
    @Test
    void momentsAreUnderstoodAndOtherLinesLeftOut() {
        assertThat(TimeCode.of("00:15 开场\n1:02:30，样例局长讲话；90：05 合影\n说明：无时间\n10:75 不是时刻"))
                .containsExactly(
                        new TimeCode(15, "00:15", "开场"),
                        new TimeCode(3750, "1:02:30", "样例局长讲话"),
                        new TimeCode(5405, "90：05", "合影"));
        assertThat(TimeCode.of("")).isEmpty();
    }
}
