package lantai.ingest.catalogue;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import lantai.ingest.pipeline.Rules;
import lantai.policy.Grounds;
import lantai.policy.PolicyCentre;
import lantai.record.ReferenceCodeRule;
import lantai.scheme.SchemePolicy;
import org.jdbi.v3.core.Handle;

/**
 * The rules of the house that a catalogue is held to.
 *
 * @param zone where a day begins
 */
public record RuleBook(PolicyCentre policies, SchemePolicy scheme, Rules kinds, InstantSource clock, ZoneId zone) {
    /** {@return what holds today} */
    RowCheck.Rules today(Handle handle) {
        return new RowCheck.Rules(
                CatalogueRule.parse(
                        policies.inForce(handle, CatalogueRule.POLICY).content()),
                ReferenceCodeRule.parse(
                        policies.inForce(handle, ReferenceCodeRule.POLICY).content()),
                scheme.scheme(handle),
                kinds.kinds(),
                Grounds.inForce(handle, policies),
                day());
    }

    LocalDate day() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
