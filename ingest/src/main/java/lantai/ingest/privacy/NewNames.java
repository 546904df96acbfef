package lantai.ingest.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.access.Visibility;
import lantai.person.InsuredPerson;
import lantai.person.PersonRegister;
import lantai.policy.PolicyCentre;
import lantai.record.ItemRegister;
import lantai.record.Privacy;
import lantai.search.Hit;
import lantai.search.SearchIndex;
import lantai.search.SearchQuery;
import lantai.search.Sort;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Looks for newly registered persons in the records that count as impersonal. A record filed before a person it names was
 * known was judged without that name; it is personal again until {@link PersonalData} has judged it anew.
 *
 * <p>Records are sought in the index. So names noted at one look are sought at a later one, when every record that was being
 * filed at the time is in the index. One thread calls.
 */
public final class NewNames {
    private static final int AT_ONCE = 50;

    private final Jdbi jdbi;
    private final PolicyCentre policies;
    private final PersonRegister persons;
    private final ItemRegister items;
    private final SearchIndex index;
    private List<InsuredPerson> noted = List.of();
    private long until;

    public NewNames(Jdbi jdbi, PolicyCentre policies, PersonRegister persons, ItemRegister items, SearchIndex index) {
        this.jdbi = jdbi;
        this.policies = policies;
        this.persons = persons;
        this.items = items;
        this.index = index;
    }

    /**
     * Notes persons whose names were never sought, or seeks those noted before.
     *
     * @return how many were sought
     */
    public int seek() {
        if (noted.isEmpty()) {
            jdbi.useHandle(this::note);
            return 0;
        }
        if (!jdbi.withHandle(this::isIndexed)) {
            return 0;
        }
        var rule = jdbi.withHandle(this::rule);
        for (var person : noted) {
            jdbi.useTransaction(transaction -> {
                if (rule.seeks(person.name())) {
                    naming(person.name()).forEach(item -> items.judged(transaction, item, Privacy.UNJUDGED));
                }
                persons.sought(transaction, person.id());
            });
        }
        var sought = noted.size();
        noted = List.of();
        return sought;
    }

    private PersonalRule rule(Handle handle) {
        return PersonalRule.parse(policies.inForce(handle, PersonalRule.POLICY).content());
    }

    private void note(Handle handle) {
        noted = persons.unsought(handle, AT_ONCE);
        until = handle.createQuery("select cast(cast(pg_snapshot_xmax(pg_current_snapshot()) as text) as bigint)")
                .mapTo(Long.class)
                .one();
    }

    private boolean isIndexed(Handle handle) {
        return handle.createQuery("""
                        select pg_snapshot_xmin(pg_current_snapshot()) >= cast(cast(:until as text) as xid8)
                            and not exists (
                                select 1 from outbox
                                where xid > cast(cast(:indexed as text) as xid8)
                                  and xid < cast(cast(:until as text) as xid8))
                        """)
                .bind("until", until)
                .bind("indexed", index.committedPosition())
                .mapTo(Boolean.class)
                .one();
    }

    private List<UUID> naming(String name) {
        var found = new ArrayList<UUID>();
        var query = new SearchQuery('"' + name + '"', Map.of(), Sort.RELEVANCE, Optional.empty(), SearchQuery.MAX_SIZE);
        for (var next = Optional.of(query); next.isPresent(); ) {
            var page = index.search(next.get(), new Visibility.NotPersonal());
            page.hits().stream().filter(hit -> !hit.tolerant()).map(Hit::id).forEach(found::add);
            next = page.next().map(query::after);
        }
        return found;
    }
}
