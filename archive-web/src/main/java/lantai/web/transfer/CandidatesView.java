package lantai.web.transfer;

import java.util.List;
import java.util.Optional;
import lantai.fonds.Fonds;
import lantai.search.PersonalNumbers;
import lantai.transfer.Candidate;
import lantai.transfer.CandidateFilter;
import lantai.transfer.TransferRules;
import lantai.web.appraisal.Pages;
import lantai.web.frame.Page;
import lantai.web.text.Terms;

/**
 * The records that might be handed over, and the form for a list of them.
 *
 * @param rule in force
 * @param year in which we are
 * @param title as typed, or the usual one
 * @param archive as typed, or the usual one
 * @param error why the last try failed
 */
public record CandidatesView(
        Page page,
        CandidateQuery query,
        List<Candidate> candidates,
        Pages pages,
        List<Fonds> fonds,
        TransferRules.Transfers rule,
        int year,
        String title,
        String archive,
        Optional<String> error) {
    public CandidatesView {
        candidates = List.copyOf(candidates);
        fonds = List.copyOf(fonds);
    }

    /** {@return where candidates come from} */
    public List<CandidateFilter.Source> sources() {
        return List.of(CandidateFilter.Source.values());
    }

    /** {@return the title of a record, personal numbers masked} */
    public String title(Candidate candidate) {
        return PersonalNumbers.masked(candidate.title());
    }

    /** {@return why a record is not due yet, in words; empty when it is} */
    public String early(Candidate candidate) {
        return new Early(rule, year, 0).told(page.text(), candidate.year(), candidate.period());
    }

    /** {@return a term in words} */
    public String term(String code) {
        return Terms.told(page.text(), code);
    }

    /** {@return the terms that are handed over, in words} */
    public String periods() {
        return String.join("、", rule.periods().stream().map(this::term).toList());
    }
}
