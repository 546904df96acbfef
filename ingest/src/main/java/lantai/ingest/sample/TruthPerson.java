package lantai.ingest.sample;

import java.time.LocalDate;

/**
 * Somebody the sample tells of. Nobody of them exists; the region of the numbers does not exist either.
 *
 * @param name as printed
 * @param idNumber with a right check digit
 * @param sex 男 or 女
 * @param birth the day in the number
 */
public record TruthPerson(String name, String idNumber, String sex, LocalDate birth) {
    static TruthPerson of(Person person) {
        return new TruthPerson(person.name(), person.idNumber(), person.sex(), person.birth());
    }
}
