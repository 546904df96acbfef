package lantai.ingest.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import lantai.classification.Category;
import org.jspecify.annotations.Nullable;

/**
 * What is true of one file and ought to be found.
 *
 * @param path inside the folder, parted by {@code /}
 * @param kind the code of the kind in the rules of {@code lantai.ingest.propose}, for example {@code remote-treatment}
 * @param kindName the kind in words, for example 异地就医备案登记表
 * @param category one of the eight
 * @param series the class below the category, for example {@code GL}, or an empty text
 * @param retention for example {@code D10}
 * @param title as printed
 * @param date the day the document was made
 * @param personName whom it is about
 * @param idNumber of that person
 * @param amount the sum it is about, in yuan
 * @param documentNumber 文号
 * @param referenceCode the 档号 printed on it
 * @param expected how its reading ends
 * @param reason the code of the reason where it goes into quarantine: empty, encrypted, damaged, infected
 * @param mediaType of the content, whatever the name says
 * @param pages how many; 0 where the format has none
 * @param text what stands in it, line by line in the order of writing, without seals; empty for pictures, sound and film
 */
public record TruthFile(
        String path,
        String kind,
        String kindName,
        Category category,
        String series,
        String retention,
        String title,
        LocalDate date,
        @Nullable String personName,
        @Nullable String idNumber,
        @Nullable BigDecimal amount,
        @Nullable String documentNumber,
        @Nullable String referenceCode,
        Expected expected,
        @Nullable String reason,
        String mediaType,
        int pages,
        List<String> text) {
    /** How the reading of a file ends. */
    public enum Expected {
        /** It is understood, though it may hold no text. */
        READ,
        /** It cannot be read and is set aside. */
        QUARANTINED
    }

    public TruthFile {
        text = List.copyOf(text);
    }
}
