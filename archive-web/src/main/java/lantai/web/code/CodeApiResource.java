package lantai.web.code;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantai.access.Viewer;
import lantai.account.Right;
import lantai.problem.Malformed;
import lantai.problem.NotFound;
import lantai.record.CodeGaps;
import lantai.record.CodeGaps.Counted;
import lantai.record.OutsideCodes;
import lantai.record.ReferenceCode;
import lantai.web.frame.Visit;
import lantai.web.problem.ProblemText;
import lantai.web.security.Needs;
import lantai.web.security.RequestProblem;
import org.jspecify.annotations.Nullable;

/** Reference codes over the interface: what a code says and who has it, gaps, checks of codes from outside. */
@Path("/api/v1/codes")
@Produces(MediaType.APPLICATION_JSON)
public final class CodeApiResource {
    private static final int MOST = 5000;

    private final CodeDoors doors;

    public CodeApiResource(CodeDoors doors) {
        this.doors = doors;
    }

    /**
     * Who has a code.
     *
     * @param referenceCode the code it has now
     * @param formerly the codes it had before
     */
    public record FoundJson(UUID item, String referenceCode, List<String> formerly) {}

    /** One scope. */
    public record ScopeJson(String scope, int last, int held, int explained, int open) {
        static ScopeJson of(CodeGaps.Scope scope) {
            return new ScopeJson(scope.scope(), scope.last(), scope.held(), scope.explained(), scope.open());
        }
    }

    /**
     * One gap.
     *
     * @param last the same as the first for a single number
     */
    public record GapJson(int first, int last, @Nullable String kind, String reason, String by) {}

    /** Codes to be looked at, as they came. */
    public record Typed(@Nullable List<String> codes) {}

    /**
     * What is wrong with one code.
     *
     * @param row from 1
     */
    public record CheckedJson(int row, String typed, List<FaultJson> faults) {}

    /** Why a code cannot be taken. */
    public record FaultJson(String code, String sentence) {}

    /** A document to be taken back before it is filed. */
    public record TakeBack(
            @Nullable UUID document, @Nullable String reason) {}

    /** The record that has a code, or had it before. */
    @GET
    @Path("find")
    @Needs({Right.SEARCH, Right.READ_OWN})
    public FoundJson find(@BeanParam Visit visit, @QueryParam("code") @Nullable String typed) {
        var code = ReferenceCode.parse(typed == null ? "" : typed)
                .orElseThrow(() -> new NotFound(CodeProblem.NO_SUCH_CODE, String.valueOf(typed)));
        return doors.jdbi()
                .withHandle(handle -> doors.items()
                        .find(handle, code)
                        .filter(item -> Viewer.sees(Viewer.visibility(visit.who()), item))
                        .map(item -> new FoundJson(
                                item.id(),
                                item.referenceCode().text(),
                                doors.items().formerCodes(handle, item.id())))
                        .orElseThrow(() -> new NotFound(CodeProblem.NO_SUCH_CODE, code.text())));
    }

    /** Scopes, those with open gaps first; 100 a page; {@code of=groups} those of volumes, photo groups, boxes and lists. */
    @GET
    @Path("scopes")
    @Needs(Right.FILE)
    public List<ScopeJson> scopes(
            @QueryParam("of") @DefaultValue("") String of, @QueryParam("page") @DefaultValue("1") int page) {
        return doors.jdbi()
                .withHandle(handle -> doors
                        .gaps()
                        .of(Counted.of(of))
                        .scopes(handle, (Math.max(1, page) - 1) * CodeDoors.SIZE, CodeDoors.SIZE)
                        .stream()
                        .map(ScopeJson::of)
                        .toList());
    }

    /** The gaps of one scope after a number, 100 at a time. */
    @GET
    @Path("gaps")
    @Needs(Right.FILE)
    public List<GapJson> gaps(
            @QueryParam("of") @DefaultValue("") String of,
            @QueryParam("scope") @Nullable String scope,
            @QueryParam("after") @DefaultValue("0") int after) {
        return doors.jdbi()
                .withHandle(handle ->
                        doors
                                .gaps()
                                .of(Counted.of(of))
                                .gaps(handle, scope == null ? "" : scope, after, CodeDoors.SIZE)
                                .stream()
                                .map(gap -> new GapJson(
                                        gap.first(),
                                        gap.last(),
                                        gap.kind().map(CodeGaps.Kind::name).orElse(null),
                                        gap.reason(),
                                        gap.writtenBy()))
                                .toList());
    }

    /** Looks at codes from outside; nothing is changed. */
    @POST
    @Path("check")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Right.FILE)
    public List<CheckedJson> check(@BeanParam Visit visit, Typed typed) {
        var codes = Optional.ofNullable(typed.codes()).orElse(List.of());
        if (codes.size() > MOST) {
            throw new Malformed(RequestProblem.NOT_UNDERSTOOD);
        }
        var seen = new java.util.HashMap<String, Integer>();
        var checked = new java.util.ArrayList<CheckedJson>();
        doors.jdbi().useHandle(handle -> {
            for (var code : codes) {
                var faults = new java.util.ArrayList<FaultJson>();
                doors.outside().check(handle, code, OutsideCodes.Facts.NONE).stream()
                        .map(fault -> new FaultJson(
                                fault.problem().name(), ProblemText.of(visit.text(), fault.problem(), fault.values())))
                        .forEach(faults::add);
                checked.add(new CheckedJson(checked.size() + 1, code, faults));
                ReferenceCode.parse(code).ifPresent(read -> {
                    var first = seen.putIfAbsent(read.text(), checked.size());
                    if (first != null) {
                        faults.add(new FaultJson("CODE_TWICE", visit.text().say("code.twice", read.text(), first)));
                    }
                });
            }
        });
        return checked;
    }

    /** Takes a document back that was handed over but not written yet. Its number stays an explained gap. */
    @POST
    @Path("take-back")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Right.FILE)
    public void takeBack(@BeanParam Visit visit, TakeBack wanted) {
        var document =
                Optional.ofNullable(wanted.document()).orElseThrow(() -> new Malformed(RequestProblem.NOT_UNDERSTOOD));
        var reason = Optional.ofNullable(wanted.reason()).orElse("");
        doors.jdbi().useTransaction(transaction -> doors.filing().takeBack(transaction, visit.who(), document, reason));
    }
}
