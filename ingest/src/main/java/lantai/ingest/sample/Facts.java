package lantai.ingest.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is true of a document and a reader of it should find.
 *
 * @param title the title as printed
 * @param date the day the document was made
 * @param person whom it is about
 * @param amount the sum it is about, in yuan
 * @param documentNumber the number its sender gave it (文号)
 * @param referenceCode the 档号 printed on it
 */
record Facts(
        String title,
        LocalDate date,
        @Nullable Person person,
        @Nullable BigDecimal amount,
        @Nullable String documentNumber,
        @Nullable String referenceCode) {
    static Facts of(String title, LocalDate date) {
        return new Facts(title, date, null, null, null, null);
    }

    Facts about(Person somebody) {
        return new Facts(title, date, somebody, amount, documentNumber, referenceCode);
    }

    Facts worth(BigDecimal yuan) {
        return new Facts(title, date, person, yuan, documentNumber, referenceCode);
    }

    Facts numbered(String number) {
        return new Facts(title, date, person, amount, number, referenceCode);
    }

    Facts filedAs(String code) {
        return new Facts(title, date, person, amount, documentNumber, code);
    }
}
