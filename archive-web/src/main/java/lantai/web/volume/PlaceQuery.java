package lantai.web.volume;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.stream.Stream;
import lantai.access.Kept;
import lantai.access.VisibleItems.Node;
import lantai.problem.Malformed;
import lantai.web.security.Parameters;

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

    @QueryParam("kept")
    @DefaultValue("")
    private String kept = "";

    /** Filled by the container. */
    public PlaceQuery() {}

    /** {@return the place; what is not a year stands for every year} */
    public Node node() {
        return node(fonds, category, classCode, year).of(kept(kept));
    }

    /**
     * Which records of a place are meant.
     *
     * @throws Malformed when there is no such choice: nobody is to get more than he asked for
     */
    public static Kept kept(String typed) {
        return Kept.of(typed.strip())
                .orElseThrow(() -> Parameters.noneOf(
                        "kept", typed, Stream.of(Kept.values()).map(Kept::code).toList()));
    }

    /** {@return the place with these parts; what is not a year stands for every year} */
    public static Node node(String fonds, String category, String classCode, String year) {
        return new Node(
                fonds.strip(),
                category.strip(),
                classCode.strip(),
                year.strip().matches("\\d{4}") ? Optional.of(Integer.valueOf(year.strip())) : Optional.empty());
    }
}
