package lantai.web.inbox;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantai.account.AccountRegister;
import lantai.account.Right;
import lantai.ingest.intake.BatchScope;
import lantai.ingest.intake.FileList.Filter;
import lantai.ingest.intake.FileList.Order;
import lantai.ingest.intake.Step;
import lantai.ingest.review.DocumentState;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import lantai.web.security.Within;
import lantai.web.view.View;
import org.jspecify.annotations.Nullable;

/** The pages of receiving: all batches, one batch, quarantine, and what filing a batch would do. */
@Path("/inbox")
@Produces(MediaType.TEXT_HTML)
public final class InboxResource {
    private static final int BATCHES = 20;
    private static final int FILES = 50;
    private static final int MOST_FILED = 2_000;

    private final Inbox inbox;
    private final Lines lines;

    public InboxResource(Inbox inbox, AccountRegister accounts) {
        this.inbox = inbox;
        this.lines = new Lines(inbox, accounts);
    }

    /** Shows the batches, the newest first; only their list when a part is wanted. */
    @GET
    @Needs(Right.RECEIVE)
    public View batches(@BeanParam Visit visit, @QueryParam("after") @Nullable UUID after) {
        var page = visit.page(visit.text().say("inbox.title"));
        var scope = BatchScope.of(visit.who());
        var view = inbox.jdbi().withHandle(handle -> {
            var found = inbox.batches().list(handle, scope, Optional.ofNullable(after), BATCHES + 1);
            var shown = found.subList(0, Math.min(BATCHES, found.size()));
            return new InboxView(
                    page,
                    lines.batches(handle, page, shown),
                    inbox.batches().count(handle, scope),
                    inbox.files().count(handle, scope, Filter.quarantined(Optional.empty(), "")),
                    found.size() > BATCHES ? Optional.of(shown.getLast().id().toString()) : Optional.empty(),
                    after != null);
        });
        return new View(visit.wantsPart() ? "inbox/batches.jte" : "inbox/inbox.jte", view);
    }

    /** Shows one batch with its files; only what changes by itself when a part is wanted. */
    @GET
    @Path("/{batch}")
    @Needs(Right.RECEIVE)
    public View batch(
            @BeanParam Visit visit,
            @PathParam("batch") UUID id,
            @QueryParam("step") @DefaultValue("") String step,
            @QueryParam("q") @DefaultValue("") String words,
            @QueryParam("page") @DefaultValue("1") @Within(from = 1) int number) {
        var scope = BatchScope.of(visit.who());
        var wanted = Arrays.stream(Step.values())
                .filter(one -> one.name().equals(step))
                .findFirst();
        var filter = new Filter(Optional.of(id), wanted, "", words.strip());
        var view = inbox.jdbi().withHandle(handle -> {
            var batch = inbox.batch(handle, visit.who(), id);
            var page = visit.page(batch.title());
            var total = inbox.files().count(handle, scope, filter);
            var shown = Math.clamp(number, 1, Math.max(1, (total + FILES - 1) / FILES));
            var files = inbox.files().page(handle, scope, filter, Order.PATH, (shown - 1) * FILES, FILES);
            return new BatchView(
                    page,
                    lines.batch(handle, page, batch),
                    lines.files(handle, visit, page, files),
                    wanted.map(Step::name).orElse(""),
                    words.strip(),
                    shown,
                    FILES,
                    total);
        });
        return new View(visit.wantsPart() ? "inbox/files.jte" : "inbox/batch.jte", view);
    }

    /** Shows the files of all batches that are in quarantine. */
    @GET
    @Path("/quarantine")
    @Needs(Right.RECEIVE)
    public View quarantine(
            @BeanParam Visit visit,
            @QueryParam("reason") @DefaultValue("") String reason,
            @QueryParam("page") @DefaultValue("1") @Within(from = 1) int number) {
        var scope = BatchScope.of(visit.who());
        var filter = Filter.quarantined(Optional.empty(), reason);
        var page = visit.page(visit.text().say("inbox.quarantine"));
        var view = inbox.jdbi().withHandle(handle -> {
            var total = inbox.files().count(handle, scope, filter);
            var shown = Math.clamp(number, 1, Math.max(1, (total + FILES - 1) / FILES));
            var files = inbox.files().page(handle, scope, filter, Order.LATEST, (shown - 1) * FILES, FILES);
            return new QuarantineView(
                    page,
                    lines.files(handle, visit, page, files),
                    visit.who().may(Right.REVIEW) ? new PartsAside(inbox, scope).all(handle) : List.of(),
                    inbox.files().reasons(handle, scope),
                    reason,
                    shown,
                    FILES,
                    total);
        });
        return new View(visit.wantsPart() ? "inbox/quarantined.jte" : "inbox/quarantine.jte", view);
    }

    /** Shows what filing the accepted documents of a batch would do. */
    @GET
    @Path("/{batch}/filing")
    @Needs(Right.FILE)
    public View filing(@BeanParam Visit visit, @PathParam("batch") UUID id) {
        var view = inbox.jdbi().withHandle(handle -> {
            var batch = inbox.batch(handle, visit.who(), id);
            var page = visit.page(visit.text().say("inbox.filing"));
            var accepted = inbox.documents().queue(handle, Optional.of(id), DocumentState.ACCEPTED, 0, MOST_FILED);
            var ranges = inbox.filing().preview(handle, accepted, inbox.rules().kinds());
            var line = lines.batch(handle, page, batch);
            return new FilingView(page, line, ranges, line.progress().toReview());
        });
        return new View("inbox/filing.jte", view);
    }
}
