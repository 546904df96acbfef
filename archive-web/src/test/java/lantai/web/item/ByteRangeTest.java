package lantai.web.item;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
    @ParameterizedTest
    @CsvSource({
        "bytes=0-,0,99",
        "bytes=7-99999999999999999999,7,99",
        "bytes=-99999999999999999999,0,99",
        "bytes=10-19,10,19",
        "bytes=90-500,90,99",
        "bytes=-5,95,99",
        "bytes=-500,0,99"
    })
    void aRangeIsCutToTheFile(String header, long first, long last) {
        assertThat(ByteRange.parse(header, 100)).isEqualTo(new ByteRange.Part(first, last));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=200-300", "bytes=99999999999999999999-", "bytes=-0"})
    void aRangeBehindTheEndCannotBeGiven(String header) {
        assertThat(ByteRange.parse(header, 100)).isEqualTo(new ByteRange.Outside());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-1,5-6", "items=0-1", "bytes=-", "bytes=5-2", ""})
    void whatIsNotOneRangeGivesTheWholeFile(String header) {
        assertThat(ByteRange.parse(header, 100)).isEqualTo(new ByteRange.Whole());
    }

    @Test
    void noRangeGivesTheWholeFile() {
        assertThat(ByteRange.parse(null, 100)).isEqualTo(new ByteRange.Whole());
    }

    @Test
    void aFileNameKeepsItsChineseCharactersAndHasAPlainOneBeside() {
        assertThat(FileAnswer.disposition("样例 表\"1\".tif"))
                .isEqualTo("attachment; filename=\"__ __1_.tif\"; filename*=UTF-8''"
                        + "%E6%A0%B7%E4%BE%8B%20%E8%A1%A8%221%22.tif");
    }
}
