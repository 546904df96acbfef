package lantai.web.insight;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lantai.access.Viewer;
import lantai.account.Right;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.classification.Category;
import lantai.search.Facet;
import lantai.search.FacetCount;
import lantai.search.Hit;
import lantai.search.PersonalNumbers;
import lantai.search.SearchIndex;
import lantai.search.SearchPage;
import lantai.search.SearchQuery;
import lantai.search.Sort;
import lantai.web.frame.Visit;
import lantai.web.insight.InsightView.Bar;
import lantai.web.insight.InsightView.Entry;
import lantai.web.security.Needs;
import lantai.web.view.View;
import org.jdbi.v3.core.Jdbi;

/** {@code /insight}: one question, answered with a number, its years and its records, as far as the reader may see. */
@Path("insight")
@Produces(MediaType.TEXT_HTML)
public final class InsightResource {
    private static final int RECORDS = 20;

    private final Jdbi jdbi;
    private final SearchIndex index;
    private final AuditTrail audit;

    public InsightResource(Jdbi jdbi, SearchIndex index, AuditTrail audit) {
        this.jdbi = jdbi;
        this.index = index;
        this.audit = audit;
    }

    /** The answer; without a question, the holdings as a whole. */
    @GET
    @Needs(Right.SEARCH)
    public View ask(@BeanParam Visit visit, @QueryParam("q") @DefaultValue("") String question) {
        var query = new SearchQuery(question, Map.of(), Sort.DATE_NEWEST, Optional.empty(), RECORDS);
        var answer = index.search(query, Viewer.visibility(visit.who()));
        jdbi.useTransaction(transaction -> audit.record(
                transaction,
                visit.actor(),
                AuditAction.SEARCHED,
                new Subject("insight", "question"),
                Map.of("question", PersonalNumbers.masked(question), "hits", Long.toString(answer.total()))));
        var page = visit.page(visit.text().say("insight.title"));
        return new View(
                "insight/insight.jte",
                new InsightView(
                        page,
                        question,
                        answer.total(),
                        bars(answer, Facet.YEAR, question, Comparator.comparing(FacetCount::value)),
                        bars(
                                answer,
                                Facet.CATEGORY,
                                question,
                                Comparator.comparingLong(FacetCount::count).reversed()),
                        answer.hits().stream()
                                .filter(hit -> !hit.tolerant())
                                .map(hit -> entry(hit, visit))
                                .toList()));
    }

    private static List<Bar> bars(SearchPage answer, Facet facet, String question, Comparator<FacetCount> order) {
        var counts = answer.facets().getOrDefault(facet, List.of());
        var most = counts.stream().mapToLong(FacetCount::count).max().orElse(1);
        return counts.stream()
                .sorted(order)
                .map(count -> new Bar(label(facet, count), count.count(), most, link(facet, count, question)))
                .toList();
    }

    private static String label(Facet facet, FacetCount count) {
        return facet == Facet.CATEGORY
                ? Category.of(count.value()).map(Category::chinese).orElse(count.value())
                : count.value();
    }

    private static String link(Facet facet, FacetCount count, String question) {
        return "/search?q=" + URLEncoder.encode(question, StandardCharsets.UTF_8) + "&"
                + facet.name().toLowerCase(java.util.Locale.ROOT) + "="
                + URLEncoder.encode(count.value(), StandardCharsets.UTF_8);
    }

    private static Entry entry(Hit hit, Visit visit) {
        return new Entry(
                hit.id(),
                hit.referenceCode(),
                hit.title(),
                hit.date().map(visit.text()::day).orElse(""),
                hit.kindName());
    }
}
