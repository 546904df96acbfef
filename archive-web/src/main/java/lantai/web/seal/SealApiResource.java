package lantai.web.seal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantai.account.Right;
import lantai.ingest.seal.SealedPaper;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import lantai.web.security.Within;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/sealed}: sealed papers for programs. */
@Path("api/v1/sealed")
@Produces(MediaType.APPLICATION_JSON)
public final class SealApiResource {
    private final SealDoors doors;

    public SealApiResource(SealDoors doors) {
        this.doors = doors;
    }

    /**
     * One page.
     *
     * @param total on all pages
     */
    public record SealedPapersJson(long total, int page, List<SealedPaperJson> papers) {}

    /** One file. The name is masked. */
    public record SealedFileJson(UUID id, String name, String sha256, String sm3, long size) {}

    /**
     * One paper.
     *
     * @param state {@code SEALED}, {@code DECLARED}, {@code HANDED_OVER} or {@code CLEARED}
     * @param proof where was looked for remains, and which there were; missing before
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SealedPaperJson(
            UUID id,
            String mark,
            String state,
            List<SealedFileJson> files,
            String sealedAt,
            String sealedBy,
            String paper,
            String carriers,
            @Nullable String declaredBy,
            @Nullable String confirmedBy,
            @Nullable String clearedAt,
            @JsonRawValue @Nullable String proof) {
        static SealedPaperJson of(SealedPaper paper) {
            return new SealedPaperJson(
                    paper.id(),
                    paper.mark(),
                    paper.state().name(),
                    paper.files().stream()
                            .map(file -> new SealedFileJson(
                                    file.id(),
                                    file.name(),
                                    file.fixity().sha256(),
                                    file.fixity().sm3(),
                                    file.fixity().size()))
                            .toList(),
                    paper.sealed().at().toString(),
                    paper.sealed().by(),
                    paper.paper(),
                    paper.carriers(),
                    paper.declared().map(SealedPaper.Deed::by).orElse(null),
                    paper.confirmed().map(SealedPaper.Deed::by).orElse(null),
                    paper.clearedAt().map(Object::toString).orElse(null),
                    paper.proof().orElse(null));
        }
    }

    /** Where the paper went, and where other carriers of it went. */
    public record WhereaboutsJson(
            @Nullable String paper, @Nullable String carriers) {}

    /** Sealed papers, the last first. */
    @GET
    @Needs({Right.HAND_OVER_SECRET, Right.CONFIRM_HAND_OVER})
    public SealedPapersJson papers(
            @BeanParam Visit visit, @QueryParam("page") @DefaultValue("1") @Within(from = 1) int page) {
        return new SealedPapersJson(
                doors.jdbi().withHandle(doors.papers()::count),
                page,
                doors.list(visit, page).stream().map(SealedPaperJson::of).toList());
    }

    /** Says where a paper and its carriers went. */
    @POST
    @Path("{id}/whereabouts")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Right.HAND_OVER_SECRET)
    public SealedPaperJson declare(@BeanParam Visit visit, @PathParam("id") UUID id, WhereaboutsJson where) {
        return doors.jdbi().inTransaction(transaction -> {
            doors.papers()
                    .declare(
                            transaction,
                            visit.who(),
                            id,
                            Optional.ofNullable(where.paper()).orElse(""),
                            Optional.ofNullable(where.carriers()).orElse(""));
            return SealedPaperJson.of(doors.papers().get(transaction, id));
        });
    }

    /** Confirms that, as the second person. */
    @POST
    @Path("{id}/confirmation")
    @Needs(Right.CONFIRM_HAND_OVER)
    public SealedPaperJson confirm(@BeanParam Visit visit, @PathParam("id") UUID id) {
        return doors.jdbi().inTransaction(transaction -> {
            doors.papers().confirm(transaction, visit.who(), id);
            return SealedPaperJson.of(doors.papers().get(transaction, id));
        });
    }
}
