package lantai.web.volume;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import lantai.access.VisibleItems.Node;

/** A place of the catalogue in the query of an address. */
public final class PlaceQuery {
    @QueryParam("fonds")
    @DefaultValue("")
    private String fonds = "";

    @QueryParam("category")
    @DefaultValue("")
    private String category = "";

    @QueryParam("class")
    @DefaultValue("")
    private String classCode = "";

    @QueryParam("year")
    @DefaultValue("")
    private String year = "";

    /** Filled by the container. */
    public PlaceQuery() {}

    /** {@return the place; what is not a year stands for every year} */
    public Node node() {
        return node(fonds, category, classCode, year);
    }

    static Node node(String fonds, String category, String classCode, String year) {
        return new Node(
                fonds.strip(),
                category.strip(),
                classCode.strip(),
                year.strip().matches("\\d{4}") ? Optional.of(Integer.valueOf(year.strip())) : Optional.empty());
    }
}
