package lantai.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lantai.classification.Category;
import lantai.fonds.FondsRegister;
import lantai.problem.Problem;
import lantai.retention.RetentionPeriod;
import org.jdbi.v3.core.Handle;

/** Checks reference codes that come from outside, as with a catalogue that is taken in, before a record gets them. */
public final class OutsideCodes {
    private final FondsRegister fonds;

    public OutsideCodes(FondsRegister fonds) {
        this.fonds = fonds;
    }

    /**
     * What else is known of the record; a part that is not known is not compared.
     *
     * @param category its category
     * @param year the year it is filed under
     */
    public record Facts(Optional<Category> category, Optional<Integer> year, Optional<RetentionPeriod> retention) {
        /** Nothing is known beside the code. */
        public static final Facts NONE = new Facts(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Something wrong with a code.
     *
     * @param problem its text is found in the message bundles
     * @param values what the text quotes
     */
    public record Fault(Problem problem, List<Object> values) {
        public Fault {
            values = List.copyOf(values);
        }
    }

    /**
     * Looks at one code.
     *
     * @param typed as it came; look-alike dots and dashes are set right before
     * @return what is wrong with it, nothing when a record may have it
     */
    public List<Fault> check(Handle handle, String typed, Facts facts) {
        var code = ReferenceCode.parse(typed);
        var parts = code.flatMap(ReferenceCode::parts);
        if (parts.isEmpty()) {
            return List.of(new Fault(RecordProblem.REFERENCE_CODE_MALFORMED, List.of(typed)));
        }
        var faults = new ArrayList<Fault>();
        taken(handle, code.orElseThrow(), parts.get()).ifPresent(faults::add);
        agrees(parts.get(), facts, faults);
        if (fonds.find(handle, parts.get().fonds()).isEmpty()) {
            faults.add(
                    new Fault(RecordProblem.FONDS_NOT_OPEN, List.of(parts.get().fonds())));
        }
        return faults;
    }

    private static Optional<Fault> taken(Handle handle, ReferenceCode code, CodeParts parts) {
        return handle.createQuery("""
                        select 1 from item where reference_code = :code
                        union all select 2 from code_change where old_code = :code and state = 'APPROVED'
                        union all select 2 from code_sequence where scope = :scope and last >= :number
                        order by 1 limit 1
                        """)
                .bind("code", code.text())
                .bind("scope", CodeColumns.scope(code, parts))
                .bind("number", parts.number())
                .mapTo(Integer.class)
                .findFirst()
                .map(found -> new Fault(
                        found == 1 ? RecordProblem.CODE_TAKEN : RecordProblem.CODE_USED_BEFORE, List.of(code.text())));
    }

    private static void agrees(CodeParts parts, Facts facts, List<Fault> faults) {
        facts.category()
                .filter(category -> !category.holds(parts.classes().getFirst()))
                .ifPresent(category -> faults.add(new Fault(
                        RecordProblem.CODE_DISAGREES,
                        List.of(parts.code().text(), parts.classes().getFirst(), category.chinese()))));
        facts.year()
                .filter(year -> !parts.year().isEmpty() && Integer.parseInt(parts.year()) != year)
                .ifPresent(year -> faults.add(new Fault(
                        RecordProblem.CODE_DISAGREES, List.of(parts.code().text(), parts.year(), year))));
        facts.retention()
                .filter(retention ->
                        !parts.retention().isEmpty() && !parts.retention().equals(retention.code()))
                .ifPresent(retention -> faults.add(new Fault(
                        RecordProblem.CODE_DISAGREES,
                        List.of(parts.code().text(), parts.retention(), retention.code()))));
    }
}
