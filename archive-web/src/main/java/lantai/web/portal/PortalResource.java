package lantai.web.portal;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lantai.account.Right;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.person.PersonRegister;
import lantai.record.Item;
import lantai.record.ItemRegister;
import lantai.web.frame.Visit;
import lantai.web.portal.TimelineView.Entry;
import lantai.web.portal.TimelineView.Year;
import lantai.web.security.Needs;
import lantai.web.text.Text;
import lantai.web.view.View;
import org.jdbi.v3.core.Jdbi;

/** {@code /my}: a person's own records, year by year. Opening it is a read of personal data and is audited. */
@Path("my")
@Produces(MediaType.TEXT_HTML)
public final class PortalResource {
    private final Jdbi jdbi;
    private final ItemRegister items;
    private final PersonRegister persons;
    private final AuditTrail audit;

    public PortalResource(Jdbi jdbi, ItemRegister items, PersonRegister persons, AuditTrail audit) {
        this.jdbi = jdbi;
        this.items = items;
        this.persons = persons;
        this.audit = audit;
    }

    /** The timeline. An account that is tied to no person has nothing to see. */
    @GET
    @Needs(Right.READ_OWN)
    public View timeline(@BeanParam Visit visit) {
        var page = visit.page(visit.text().say("portal.title"));
        var person = visit.who().account().insuredPersonId();
        return jdbi.inTransaction(transaction -> {
            var own = person.map(id -> items.ofPerson(transaction, id)).orElse(List.of());
            var name = person.map(id -> persons.get(transaction, id).name()).orElse("");
            audit.record(
                    transaction,
                    visit.actor(),
                    AuditAction.SEARCHED,
                    person.map(id -> Subject.of("insured-person", id)).orElse(new Subject("insured-person", "none")),
                    Map.of("found", Integer.toString(own.size())));
            return new View("portal/timeline.jte", new TimelineView(page, name, own.size(), years(own, visit.text())));
        });
    }

    /** Every year from the first record to the last, the newest first, so that a gap is seen as one. */
    private static List<Year> years(List<Item> own, Text text) {
        if (own.isEmpty()) {
            return List.of();
        }
        var byYear = own.stream().collect(Collectors.groupingBy(Item::year));
        var first = byYear.keySet().stream().min(Comparator.naturalOrder()).orElseThrow();
        var last = byYear.keySet().stream().max(Comparator.naturalOrder()).orElseThrow();
        List<Year> years = new ArrayList<>();
        IntStream.iterate(last, year -> year >= first, year -> year - 1)
                .forEach(year -> years.add(new Year(
                        year,
                        byYear.getOrDefault(year, List.of()).reversed().stream()
                                .map(item -> entry(item, text))
                                .toList())));
        return years;
    }

    private static Entry entry(Item item, Text text) {
        return new Entry(
                item.id(),
                item.dated().map(text::longDay).orElse(""),
                item.title(),
                item.kindName(),
                item.referenceCode().text(),
                item.pageCount());
    }
}
