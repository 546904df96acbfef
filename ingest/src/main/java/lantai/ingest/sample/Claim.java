package lantai.ingest.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * One stay in hospital and what the fund pays of it.
 *
 * @param person who was ill
 * @param admitted on this day
 * @param days of the stay
 * @param diagnosis with its ICD code
 * @param bill of the hospital
 */
record Claim(Person person, LocalDate admitted, int days, String diagnosis, Bill bill) {
    private static final BigDecimal RATE = new BigDecimal("0.85");
    private static final BigDecimal DEDUCTIBLE = Amount.of("700");

    LocalDate discharged() {
        return admitted.plusDays(days);
    }

    BigDecimal total() {
        return bill.total();
    }

    /** {@return what the insurance does not know at all (全自费)} */
    BigDecimal outside() {
        return Amount.of("420.00");
    }

    /** {@return what is beyond the permitted price (超限价)} */
    BigDecimal overPrice() {
        return Amount.of("68.20");
    }

    /** {@return the share of some items that the person bears first (先行自付)} */
    BigDecimal firstShare() {
        return Amount.of("1150.15");
    }

    BigDecimal eligible() {
        return total().subtract(outside()).subtract(overPrice()).subtract(firstShare());
    }

    BigDecimal deductible() {
        return DEDUCTIBLE;
    }

    /** {@return what the fund pays: the eligible sum above the deductible at 85 %} */
    BigDecimal fund() {
        return eligible().subtract(DEDUCTIBLE).multiply(RATE).setScale(2, RoundingMode.HALF_UP);
    }

    BigDecimal personal() {
        return total().subtract(fund());
    }

    /** {@return what the personal account pays} */
    BigDecimal account() {
        return personal().min(Amount.of("1200.00"));
    }

    BigDecimal cash() {
        return personal().subtract(account());
    }
}
