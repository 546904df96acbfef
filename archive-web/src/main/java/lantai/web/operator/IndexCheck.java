package lantai.web.operator;

import java.util.Map;
import lantai.problem.ArchiveException;
import lantai.search.SearchIndex;

/** Can the search index be asked? */
public final class IndexCheck implements HealthCheck {
    private static final String NAME = "index";

    private final SearchIndex index;

    public IndexCheck(SearchIndex index) {
        this.index = index;
    }

    @Override
    public CheckResult check() {
        try {
            return CheckResult.up(NAME, Map.of("documents", Long.toString(index.count())));
        } catch (ArchiveException | IllegalStateException failure) {
            return CheckResult.down(NAME, "the index cannot be asked");
        }
    }
}
