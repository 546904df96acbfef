package lantai.web.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import lantai.problem.Malformed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageRequestTest {
    private static ImageRequest of(String region, String size) {
        return ImageRequest.of(new ImageRequest.Words(region, size, "0", "default.jpg"), 2000, 3000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "full|0,0,2000,3000",
                "square|0,500,2000,2000",
                "10,20,300,400|10,20,300,400",
                "1900,2900,512,512|1900,2900,100,100",
                "pct:25,50,50,10|500,1500,1000,300"
            })
    void regionsAreThoseOfTheStandard(String words, String expected) {
        var request = of(words, "max");
        assertThat(request.x() + "," + request.y() + "," + request.width() + "," + request.height())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max|2000x3000",
                "500,|500x750",
                ",600|400x600",
                "pct:10|200x300",
                "100,100|100x100",
                "!320,320|213x320"
            })
    void sizesAreThoseOfTheStandard(String words, String expected) {
        var request = of("full", words);
        assertThat(request.targetWidth() + "x" + request.targetHeight()).isEqualTo(expected);
    }

    @Test
    void aBestFitNeverEnlarges() {
        var request = of("0,0,100,100", "!320,320");
        assertThat(request.targetWidth()).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2000,0,10,10", "0,0,0,10", "pct:100,0,10,10", "-1,0,10,10", "all", ""})
    void otherRegionsAreRefused(String words) {
        assertThatThrownBy(() -> of(words, "max")).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2001,", "^max", "0,", ",", "pct:0", "pct:101", "999999999,1", "!0,0", ""})
    void otherSizesAreRefused(String words) {
        assertThatThrownBy(() -> of("full", words)).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @CsvSource({"45,default.jpg", "!0,default.jpg", "0,native.jpg", "0,default.webp", "0,default"})
    void otherTurnsAndFormatsAreRefused(String turn, String leaf) {
        assertThatThrownBy(() -> ImageRequest.of(new ImageRequest.Words("full", "max", turn, leaf), 10, 10))
                .isInstanceOf(Malformed.class);
    }
}
