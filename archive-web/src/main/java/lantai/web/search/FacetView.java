package lantai.web.search;

import java.util.List;
import lantai.search.Facet;

/** One way of narrowing the results, with the choices there are. */
public record FacetView(Facet facet, List<Choice> choices) {
    public FacetView {
        choices = List.copyOf(choices);
    }

    /**
     * One value.
     *
     * @param to the value of the address when it is clicked
     */
    public record Choice(String value, String name, long count, boolean chosen, String to) {}
}
