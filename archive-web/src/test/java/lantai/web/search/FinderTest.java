package lantai.web.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FinderTest {
    @ParameterizedTest
    @CsvSource({
        "李样例 990101197811110565,李样例 ******",
        "99010119781111056X,******",
        "９９０１０１１９７８１１１１０５６５,******",
        "9901 0119 7811 1105 65 登记,****** 登记",
        "2024 年 登记表,2024 年 登记表",
        "李样例 0565,李样例 0565"
    })
    void numbersThatMayBePersonalAreNotWrittenIntoTheAudit(String typed, String recorded) {
        assertThat(Finder.masked(typed)).isEqualTo(recorded);
    }
}
