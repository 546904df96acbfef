package lantai.web.transfer;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import lantai.problem.Malformed;
import lantai.transfer.CandidateFilter;
import lantai.web.security.Within;

/** Which records might be handed over, as it stands in the address. */
public final class CandidateQuery {
    @QueryParam("source")
    @DefaultValue("APPRAISED")
    private CandidateFilter.Source source = CandidateFilter.Source.APPRAISED;

    @QueryParam("fonds")
    @DefaultValue("")
    private String fonds = "";

    @QueryParam("category")
    @DefaultValue("")
    private String category = "";

    @QueryParam("term")
    @DefaultValue("")
    private String term = "";

    @QueryParam("from")
    @DefaultValue("")
    private String from = "";

    @QueryParam("until")
    @DefaultValue("")
    private String until = "";

    @QueryParam("page")
    @DefaultValue("1")
    @Within(from = 1)
    private int page = 1;

    /** Filled by the container. */
    public CandidateQuery() {}

    public CandidateFilter.Source source() {
        return source;
    }

    public String fonds() {
        return fonds;
    }

    public String category() {
        return category;
    }

    public String term() {
        return term;
    }

    public String from() {
        return from;
    }

    public String until() {
        return until;
    }

    /** {@return from 1} */
    public int page() {
        return page;
    }

    /**
     * {@return what is wanted}
     *
     * @throws Malformed when a year is none
     */
    CandidateFilter filter() {
        return filter(source, fonds, category, term, new String[] {from, until});
    }

    static CandidateFilter filter(
            CandidateFilter.Source source, String fonds, String category, String term, String[] years) {
        return new CandidateFilter(
                source, fonds.strip(), category.strip(), term.strip(), year(years[0]), year(years[1]));
    }

    private static Optional<Integer> year(String typed) {
        var text = typed.strip();
        if (!text.matches("|[12]\\d{3}")) {
            throw new Malformed(TransferWebProblem.NOT_A_YEAR, typed);
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(text));
    }
}
