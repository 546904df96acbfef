package lantai.search;

import java.util.List;

/**
 * A question, taken apart.
 *
 * @param terms what every hit must hold
 * @param code the letters of the whole question, for comparing with reference codes
 * @param everything whether nothing was typed at all, so that everything is asked for
 */
record ParsedQuery(List<QueryTerm> terms, String code, boolean everything) {

    ParsedQuery {
        terms = List.copyOf(terms);
    }

    Understood understood() {
        return new Understood(terms.stream().map(QueryTerm::understood).toList());
    }
}
