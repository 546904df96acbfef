package lantai.ingest.catalogue;

import java.time.LocalDate;
import java.util.Optional;
import lantai.classification.Category;
import lantai.ingest.propose.KindRule;
import lantai.person.IdNumber;
import lantai.record.ReferenceCode;
import lantai.retention.RetentionPeriod;

/**
 * What a faultless row says of a record.
 *
 * @param pages as the catalogue counts them
 */
record Entry(
        ReferenceCode code,
        Category category,
        int year,
        RetentionPeriod retention,
        Optional<KindRule> kind,
        String title,
        String documentNumber,
        String responsible,
        Optional<LocalDate> dated,
        Optional<Integer> pages,
        String note,
        String personName,
        Optional<IdNumber> personId) {}
