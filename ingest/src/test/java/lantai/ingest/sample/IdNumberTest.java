package lantai.ingest.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IdNumberTest {
    @Test
    void theCheckDigitsAreThoseOfKnownNumbers() {
        for (var number :
                List.of("11010519491231002X", "990101198506141239", "990101201202290045", "990101195201013312")) {
            assertThat(IdNumber.check(number)).as(number).isEqualTo(number.charAt(17));
        }
    }

    @Test
    void everybodyHasARightNumberInTheRegionThatDoesNotExist() {
        var random = new Random(1);
        for (var i = 0; i < 300; i++) {
            var person = i < People.all().size() ? People.all().get(i) : People.drawn(random);
            assertThat(person.idNumber()).matches("990101\\d{11}[0-9X]");
            assertThat(IdNumber.check(person.idNumber()))
                    .isEqualTo(person.idNumber().charAt(17));
            assertThat(person.birth().getYear()).isBetween(1950, 2025);
        }
    }

    @Test
    void theNumbersFitTheLives() {
        assertThat(People.LI_XIULAN.sex()).isEqualTo("女");
        assertThat(People.OTHER_LI_XIULAN.sex()).isEqualTo("女");
        assertThat(People.WANG_LIHUA.sex()).isEqualTo("女");
        assertThat(People.ZHOU_YUTONG.sex()).isEqualTo("女");
        assertThat(People.ZHANG_JIANGUO.sex()).isEqualTo("男");
        assertThat(People.ZHANG_XIAOMAN.sex()).isEqualTo("男");
        assertThat(People.CHEN_DEFU.sex()).isEqualTo("男");
    }
}
