package lantai.web.check;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.stream.Stream;
import lantai.check.Reports.Filter;
import lantai.check.Reports.Order;
import lantai.check.Stage;
import lantai.check.Target;
import lantai.check.Verdict;
import org.jspecify.annotations.Nullable;

/** Which reports are wanted, as it stands in the address. Foreign values count as not given. */
@SuppressWarnings("NullAway.Init")
public final class CheckQuery {
    @QueryParam("stage")
    @DefaultValue("")
    private String stage;

    @QueryParam("verdict")
    @DefaultValue("")
    private String verdict;

    @QueryParam("kind")
    @DefaultValue("")
    private String kind;

    @QueryParam("sort")
    @DefaultValue("-finished")
    private String sort;

    @QueryParam("page")
    @DefaultValue("1")
    private String page;

    public String stage() {
        return stage;
    }

    public String verdict() {
        return verdict;
    }

    public String kind() {
        return kind;
    }

    /** {@return the page wanted, from 1} */
    public int page() {
        return page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1;
    }

    int offset() {
        return (page() - 1) * CheckScreenDoors.SIZE;
    }

    Filter filter() {
        return new Filter(
                constant(Stage.values(), stage),
                constant(Verdict.values(), verdict),
                constant(Target.Kind.values(), kind));
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] all, String name) {
        return Stream.of(all).filter(one -> one.name().equals(name)).findFirst();
    }

    Order order() {
        return switch (column()) {
            case "number" -> Order.NUMBER;
            case "stage" -> Order.STAGE;
            case "verdict" -> Order.VERDICT;
            case "records" -> Order.RECORDS;
            case "failed" -> Order.FAILED;
            default -> Order.FINISHED;
        };
    }

    boolean isDescending() {
        return sort.startsWith("-");
    }

    private String column() {
        return isDescending() ? sort.substring(1) : sort;
    }

    /** {@return the value of {@code aria-sort} for a column, or null when the list is not sorted by it} */
    public @Nullable String sorted(String column) {
        if (!column().equals(column)) {
            return null;
        }
        return isDescending() ? "descending" : "ascending";
    }

    /** {@return what a press on a column's head asks for} */
    public String sortBy(String column) {
        return "ascending".equals(sorted(column)) ? '-' + column : column;
    }
}
