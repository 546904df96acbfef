package lantai.scheme;

import java.util.List;
import java.util.stream.Stream;
import lantai.retention.RetentionPeriod;

/**
 * One link of the business (业务环节): which class its records go to, what belongs to a complete file, how long it is kept and
 * what may share a volume. Arranged by year, insurance and link (社会保险业务档案管理规定, Order 3).
 *
 * @param code for example {@code GL 1.2}, the number of the retention table
 * @param classCode where its records are filed
 * @param insurances codes of the insurances it serves (insutype); empty for all
 * @param collect whether it is kept as volumes, single items or boxes
 * @param subject whether its records are about a unit, a person or either
 * @param sameInVolume what must be equal for two records to share a volume
 */
public record BusinessLink(
        String code,
        String name,
        String classCode,
        List<String> insurances,
        RetentionPeriod retention,
        String collect,
        String subject,
        List<String> sameInVolume,
        String evidence) {
    public BusinessLink {
        insurances = List.copyOf(insurances);
        sameInVolume = List.copyOf(sameInVolume);
    }

    /** {@return what two links have in common, kept for the longer of their terms; it parts volumes by what either asks for} */
    BusinessLink and(BusinessLink other, String both) {
        return new BusinessLink(
                both,
                name + '、' + other.name,
                classCode,
                insurances.isEmpty() || other.insurances.isEmpty() ? List.of() : union(insurances, other.insurances),
                RetentionPeriod.BY_LENGTH.compare(retention, other.retention) >= 0 ? retention : other.retention,
                collect,
                subject.equals(other.subject) ? subject : "ANY",
                union(sameInVolume, other.sameInVolume),
                evidence.equals(other.evidence) ? evidence : "K");
    }

    private static List<String> union(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).distinct().toList();
    }
}
