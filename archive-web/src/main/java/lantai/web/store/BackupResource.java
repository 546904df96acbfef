package lantai.web.store;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import lantai.account.Right;
import lantai.backup.BackupDesk;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import lantai.web.view.View;

/** {@code /backups}: what was backed up, when and to where, and having it done now. */
@Path("backups")
@Produces(MediaType.TEXT_HTML)
public final class BackupResource {
    private static final int SHOWN = 60;

    private final BackupDesk desk;

    public BackupResource(BackupDesk desk) {
        this.desk = desk;
    }

    /** The newest backups. */
    @GET
    @Needs(Right.OPERATE)
    public View list(@BeanParam Visit visit) {
        return new View(
                "store/backups.jte",
                new BackupsView(
                        visit.page(visit.text().say("store.backup.title")),
                        desk.plan(),
                        desk.isLate(),
                        desk.runs().newestGood(),
                        desk.runs().newest(SHOWN)));
    }

    /** Has the archive backed up now. */
    @POST
    @Needs(Right.OPERATE)
    public Response order(@BeanParam Visit visit) {
        desk.order(visit.actor());
        return visit.seeOther("/backups", visit.text().say("store.backup.said.ordered"));
    }
}
