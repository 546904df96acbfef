package lantai.ingest.propose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import lantai.ocr.Box;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms a date is printed in. */
class PrintedDateTest {
    private static List<PrintedDate> in(String text) {
        return PrintedDate.in(Strip.of(1, text, new Box(0, 0, 1, 1)).whole());
    }

    @ParameterizedTest
    @CsvSource({
        "2025年3月12日, 2025-03-12",
        "2025 年 03 月 12 日, 2025-03-12",
        "２０２５年３月１２日, 2025-03-12",
        "二〇二五年三月十二日, 2025-03-12",
        "二○二五年十二月三十一日, 2025-12-31",
        "二零二五年十月二十日, 2025-10-20",
        "2025-03-12, 2025-03-12",
        "2025.3.12, 2025-03-12",
        "2025/3/12, 2025-03-12",
        "20250312, 2025-03-12",
        "2O25年3月l2日, 2025-03-12",
        "日期：2025-03-12 08:39, 2025-03-12",
        "日期：2025-03-1208:39, 2025-03-12",
        "2025午3且12曰, 2025-03-12"
    })
    void everyFormGivesTheDay(String text, LocalDate day) {
        assertThat(in(text)).singleElement().satisfies(date -> {
            assertThat(date.date()).isEqualTo(day);
            assertThat(date.isWholeDay()).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025年13月1日",
                "2025-02-30",
                "990101198506141239",
                "0000-8812345",
                "〔2025〕7号",
                "BX2015045980",
                "12025.3.12",
                "6409.10"
            })
    void whatIsNoDateGivesNone(String text) {
        assertThat(in(text)).isEmpty();
    }

    @Test
    void aMonthAloneIsNotAWholeDay() {
        assertThat(in("首次参保2020年4月")).singleElement().satisfies(date -> {
            assertThat(date.date()).isEqualTo(LocalDate.of(2020, 4, 1));
            assertThat(date.isWholeDay()).isFalse();
        });
    }

    @Test
    void severalDatesComeInTheirOrder() {
        assertThat(in("入院2024.1.2，出院2024年1月9日"))
                .extracting(PrintedDate::date)
                .containsExactly(LocalDate.of(2024, 1, 2), LocalDate.of(2024, 1, 9));
    }
}
