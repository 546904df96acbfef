package lantai.ingest.sample;

import java.time.LocalDate;

/** Days as papers print them. */
final class Days {
    private Days() {}

    /** {@return for example 2025年3月7日} */
    static String chinese(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    /** {@return for example 2025年3月} */
    static String month(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月";
    }
}
