package lantai.search;

import java.util.UUID;
import lantai.access.Visibility;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Turns what a viewer may see into a filter; equal rules make equal filters, so that Lucene can cache them. */
final class VisibilityFilter {
    private VisibilityFilter() {}

    static Query of(Visibility visibility) {
        return switch (visibility) {
            case Visibility.All _ -> MatchAllDocsQuery.INSTANCE;
            case Visibility.None _ -> new MatchNoDocsQuery("may see nothing");
            case Visibility.NotPersonal _ -> new TermQuery(new Term(ItemField.IMPERSONAL, ItemField.YES));
            case Visibility.OfDepartment(UUID id) -> new TermQuery(new Term(ItemField.DEPARTMENT, id.toString()));
            case Visibility.OfPerson(UUID id) -> new TermQuery(new Term(ItemField.PERSON, id.toString()));
            case Visibility.AnyOf(var rules) -> {
                var any = new BooleanQuery.Builder();
                rules.forEach(rule -> any.add(of(rule), Occur.SHOULD));
                yield any.build();
            }
        };
    }
}
