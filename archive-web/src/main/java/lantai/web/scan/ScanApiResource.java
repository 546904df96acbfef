package lantai.web.scan;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lantai.account.Right;
import lantai.ingest.scan.ScanDesk.Tally;
import lantai.ingest.scan.ScanFinding;
import lantai.web.frame.Visit;
import lantai.web.scan.ScanDoors.Chosen;
import lantai.web.security.Needs;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The quality of the scans of a batch, over the interface. */
@Path("/api/v1/scans/{batch}")
@Produces(MediaType.APPLICATION_JSON)
public final class ScanApiResource {
    private final ScanDoors doors;

    public ScanApiResource(ScanDoors doors) {
        this.doors = doors;
    }

    /**
     * One finding.
     *
     * @param check what was checked, for example {@code low_dpi}
     * @param value what was found
     * @param bound what would have been right
     * @param state open, dismissed, rescan or replaced
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FindingJson(
            UUID id,
            UUID file,
            String path,
            int page,
            String check,
            String value,
            String bound,
            @Nullable UUID otherFile,
            @Nullable Integer otherPage,
            String state,
            String reason,
            @Nullable String decidedBy) {
        static FindingJson of(ScanFinding finding) {
            return new FindingJson(
                    finding.id(),
                    finding.file(),
                    finding.path(),
                    finding.page(),
                    finding.check().name().toLowerCase(Locale.ROOT),
                    finding.value(),
                    finding.bound(),
                    finding.other().map(ScanFinding.Other::file).orElse(null),
                    finding.other().map(ScanFinding.Other::page).orElse(null),
                    finding.state().name().toLowerCase(Locale.ROOT),
                    finding.reason(),
                    finding.decidedBy().orElse(null));
        }
    }

    /** The pages of a batch, what became of them, and what was found on them. */
    public record ScansJson(int pagesIn, int pagesRead, int pagesRefused, int separators, List<FindingJson> findings) {
        static ScansJson of(Tally tally, List<ScanFinding> findings) {
            return new ScansJson(
                    tally.in(),
                    tally.read(),
                    tally.refused(),
                    tally.separators(),
                    findings.stream().map(FindingJson::of).toList());
        }
    }

    /** Why a page is let pass or sent back. */
    public record ReasonJson(@Nullable String reason) {}

    /** Which findings are let pass or sent back, and why. */
    public record ChosenJson(
            @Nullable List<UUID> findings, @Nullable String reason) {
        Chosen decided(boolean back) {
            return new Chosen(findings == null ? List.of() : findings, back, reason == null ? "" : reason);
        }
    }

    /** Tells what was found on the pages of a batch. */
    @GET
    @Needs({Right.RECEIVE, Right.REVIEW})
    public ScansJson findings(@BeanParam Visit visit, @PathParam("batch") UUID batch) {
        return doors.jdbi().withHandle(handle -> told(handle, visit, batch));
    }

    /** Lets a page pass. */
    @POST
    @Path("{finding}/dismiss")
    @Needs(Right.REVIEW)
    @Consumes(MediaType.APPLICATION_JSON)
    public ScansJson dismiss(
            @BeanParam Visit visit,
            @PathParam("batch") UUID batch,
            @PathParam("finding") UUID finding,
            @Nullable ReasonJson sent) {
        return decided(visit, batch, new Chosen(List.of(finding), false, reason(sent)));
    }

    /** Sends a page back to be scanned again. */
    @POST
    @Path("{finding}/send-back")
    @Needs(Right.REVIEW)
    @Consumes(MediaType.APPLICATION_JSON)
    public ScansJson sendBack(
            @BeanParam Visit visit,
            @PathParam("batch") UUID batch,
            @PathParam("finding") UUID finding,
            @Nullable ReasonJson sent) {
        return decided(visit, batch, new Chosen(List.of(finding), true, reason(sent)));
    }

    private ScansJson decided(Visit visit, UUID batch, Chosen chosen) {
        return doors.jdbi().inTransaction(transaction -> {
            doors.decide(transaction, visit.who(), batch, chosen);
            return told(transaction, visit, batch);
        });
    }

    /** Lets several pages pass; all or none. */
    @POST
    @Path("dismiss")
    @Needs(Right.REVIEW)
    @Consumes(MediaType.APPLICATION_JSON)
    public ScansJson dismissAll(@BeanParam Visit visit, @PathParam("batch") UUID batch, @Nullable ChosenJson sent) {
        return decided(visit, batch, chosen(sent, false));
    }

    /** Sends several pages back to be scanned again; all or none. */
    @POST
    @Path("send-back")
    @Needs(Right.REVIEW)
    @Consumes(MediaType.APPLICATION_JSON)
    public ScansJson sendAllBack(@BeanParam Visit visit, @PathParam("batch") UUID batch, @Nullable ChosenJson sent) {
        return decided(visit, batch, chosen(sent, true));
    }

    private static Chosen chosen(@Nullable ChosenJson sent, boolean back) {
        return (sent == null ? new ChosenJson(null, null) : sent).decided(back);
    }

    /** Judges all pages anew by the rule in force. */
    @POST
    @Path("judge")
    @Needs(Right.REVIEW)
    public ScansJson judge(@BeanParam Visit visit, @PathParam("batch") UUID batch) {
        return doors.jdbi().inTransaction(transaction -> {
            doors.batch(transaction, visit.who(), batch);
            doors.scans().judge(transaction, batch);
            return told(transaction, visit, batch);
        });
    }

    private ScansJson told(Handle handle, Visit visit, UUID batch) {
        doors.batch(handle, visit.who(), batch);
        return ScansJson.of(doors.scans().tally(handle, batch), doors.scans().findings(handle, batch));
    }

    private static String reason(@Nullable ReasonJson sent) {
        return sent == null || sent.reason() == null ? "" : sent.reason();
    }
}
