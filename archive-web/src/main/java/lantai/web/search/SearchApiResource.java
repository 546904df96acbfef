package lantai.web.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantai.account.Right;
import lantai.search.Cursor;
import lantai.search.FacetCount;
import lantai.search.Hit;
import lantai.search.Range;
import lantai.search.SearchPage;
import lantai.search.Understood;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/search}: finds filed records for programs. */
@Path("api/v1/search")
@Produces(MediaType.APPLICATION_JSON)
public final class SearchApiResource {
    private final Finder finder;

    public SearchApiResource(SearchDoors doors) {
        finder = new Finder(doors);
    }

    /**
     * The answer.
     *
     * @param total exact results on all pages
     * @param hits those of this page; similar ones, marked so and not counted, at the end of a first page with few exact ones
     * @param facets the counts by {@code category}, {@code year} and {@code kind}
     * @param next the value of {@code after} for the next page
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Answer(
            long total,
            List<Found> hits,
            Map<String, List<FacetCount>> facets,
            @Nullable String next,
            List<Understood.Part> understood) {
        static Answer of(SearchPage page) {
            var facets = new LinkedHashMap<String, List<FacetCount>>();
            page.facets().forEach((facet, counts) -> facets.put(Question.name(facet), counts));
            return new Answer(
                    page.total(),
                    page.hits().stream().map(Found::of).toList(),
                    facets,
                    page.next().map(Cursor::token).orElse(null),
                    page.understood().parts());
        }
    }

    /**
     * One hit.
     *
     * @param snippet a piece of the page that answers, personal numbers masked
     * @param marks where the words stand in the snippet
     * @param page the page that answers, from 1; 0 when it is none in particular
     * @param date the day of the record as ISO 8601
     * @param similar whether it is only similar to what was asked
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Found(
            UUID id,
            String referenceCode,
            String title,
            String snippet,
            int page,
            List<Range> marks,
            String category,
            int year,
            String kind,
            String kindName,
            String responsible,
            String documentNumber,
            @Nullable String date,
            boolean similar) {
        static Found of(Hit hit) {
            return new Found(
                    hit.id(),
                    hit.referenceCode(),
                    hit.title(),
                    hit.snippet().text(),
                    hit.page(),
                    hit.snippet().marks(),
                    hit.category(),
                    hit.year(),
                    hit.kind(),
                    hit.kindName(),
                    hit.responsible(),
                    hit.documentNumber(),
                    hit.date().map(LocalDate::toString).orElse(null),
                    hit.tolerant());
        }
    }

    /** One page of results. */
    @GET
    @Needs({Right.SEARCH, Right.READ_OWN})
    public Answer search(@BeanParam Visit visit, @BeanParam Question question) {
        return Answer.of(finder.find(visit.who(), question));
    }
}
