package lantai.check;

import java.util.List;

/**
 * What one rule says about one target.
 *
 * @param said why; empty only when it passed
 */
public record Judgement(Outcome outcome, List<Said> said) {
    public Judgement {
        said = List.copyOf(said);
        if (said.isEmpty() != (outcome == Outcome.PASSED)) {
            throw new IllegalArgumentException(outcome + " with " + said.size() + " reasons");
        }
    }

    /** {@return that it passed} */
    public static Judgement passed() {
        return new Judgement(Outcome.PASSED, List.of());
    }

    /** {@return that it failed when there are faults, else that it passed} */
    public static Judgement of(List<Said> faults) {
        return faults.isEmpty() ? passed() : new Judgement(Outcome.FAILED, faults);
    }

    /** {@return that it failed} */
    public static Judgement failed(String code, Object... values) {
        return new Judgement(Outcome.FAILED, List.of(Said.of(code, values)));
    }

    /** {@return that it was not carried out, and why} */
    public static Judgement notRun(String code, Object... values) {
        return new Judgement(Outcome.NOT_RUN, List.of(Said.of(code, values)));
    }

    /** {@return that there is nothing to look at, and why} */
    public static Judgement notApplicable(String code, Object... values) {
        return new Judgement(Outcome.NOT_APPLICABLE, List.of(Said.of(code, values)));
    }

    /** {@return that a person has to look} */
    public static Judgement manual() {
        return new Judgement(Outcome.MANUAL, List.of(Said.of("by-hand")));
    }

    /** {@return the faults when there are any, else that it was not run when something could not be looked at, else that it passed} */
    static Judgement of(List<Said> faults, List<Said> notLookedAt) {
        if (!faults.isEmpty() || notLookedAt.isEmpty()) {
            return of(faults);
        }
        return new Judgement(Outcome.NOT_RUN, notLookedAt);
    }
}
