package lantai.web.policy;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import lantai.account.Right;
import lantai.policy.DraftState;
import lantai.policy.HouseRule;
import lantai.policy.RuleContent;
import lantai.policy.RuleDifference;
import lantai.problem.Refused;
import lantai.web.frame.Visit;
import lantai.web.problem.ProblemText;
import lantai.web.security.Needs;
import lantai.web.view.View;
import org.jdbi.v3.core.Handle;

/** {@code /policies}: the rules of the house, all told the same way. What is in force is read here; drafts change it. */
@Path("policies")
@Produces(MediaType.TEXT_HTML)
public final class PolicyResource {
    private final PolicyDoors doors;

    public PolicyResource(PolicyDoors doors) {
        this.doors = doors;
    }

    /** All rules. */
    @GET
    @Needs({Right.MANAGE_POLICY, Right.APPROVE_POLICY})
    public View all(@BeanParam Visit visit) {
        return doors.jdbi().withHandle(handle -> {
            var lines = doors.drafts().rules().all().stream()
                    .map(rule -> line(handle, visit, rule))
                    .toList();
            return new View(
                    "policy/policies.jte",
                    new PoliciesView(visit.page(visit.text().say("policy.title")), lines));
        });
    }

    private PoliciesView.Line line(Handle handle, Visit visit, HouseRule rule) {
        var inForce = doors.policies().inForce(handle, rule.name());
        var draft = doors.drafts().open(handle, rule.name());
        return new PoliciesView.Line(
                inForce,
                doors.coming(handle, rule.name()),
                draft,
                draft.filter(open -> doors.drafts().mayDecide(handle, visit.who(), open))
                        .isPresent(),
                RuleContent.parse(inForce.content()).unconfirmed(rule.form()));
    }

    /** One rule, in the version that holds or in another one. */
    @GET
    @Path("{name}")
    @Needs({Right.MANAGE_POLICY, Right.APPROVE_POLICY})
    public View one(
            @BeanParam Visit visit,
            @PathParam("name") String name,
            @QueryParam("version") @DefaultValue("0") int version) {
        return view(visit, name, version, Optional.empty());
    }

    /** What two versions say differently. */
    @GET
    @Path("{name}/compare")
    @Needs({Right.MANAGE_POLICY, Right.APPROVE_POLICY})
    public View compare(
            @BeanParam Visit visit,
            @PathParam("name") String name,
            @QueryParam("from") @DefaultValue("0") int from,
            @QueryParam("to") @DefaultValue("0") int to) {
        return doors.jdbi().withHandle(handle -> {
            var after = doors.version(handle, name, to);
            var before = doors.version(handle, name, from == 0 ? Math.max(1, after.version() - 1) : from);
            var old = RuleContent.parse(before.content());
            var fresh = RuleContent.parse(after.content());
            var form = doors.drafts().form(handle, name, fresh);
            return new View(
                    "policy/compare.jte",
                    new ComparisonView(
                            visit.page(visit.text().say("policy.compare.title", before.version(), after.version())),
                            before,
                            after,
                            doors.policies().history(handle, name),
                            ChangeLine.of(
                                    new RuleWords(name, visit.text()),
                                    doors.drafts().form(handle, name, old),
                                    form,
                                    RuleDifference.between(form, old, fresh))));
        });
    }

    /** Begins a draft from a version. */
    @POST
    @Path("{name}/draft")
    @Needs(Right.MANAGE_POLICY)
    public Response begin(
            @BeanParam Visit visit,
            @PathParam("name") String name,
            @FormParam("version") @DefaultValue("0") int version) {
        try {
            doors.jdbi()
                    .useTransaction(transaction -> doors.drafts()
                            .begin(
                                    transaction,
                                    visit.who(),
                                    name,
                                    doors.version(transaction, name, version).version()));
        } catch (Refused failure) {
            return Response.status(Response.Status.CONFLICT)
                    .entity(view(visit, name, version, Optional.of(ProblemText.of(visit.text(), failure))))
                    .build();
        }
        return visit.seeOther(DraftResource.path(name), visit.text().say("policy.said.begun"));
    }

    private View view(Visit visit, String name, int version, Optional<String> error) {
        return doors.jdbi().withHandle(handle -> {
            var shown = doors.version(handle, name, version);
            var content = RuleContent.parse(shown.content());
            var form = doors.drafts().form(handle, name, content);
            var words = new RuleWords(name, visit.text());
            return new View(
                    "policy/policy.jte",
                    new PolicyView(
                            visit.page(visit.text().say("policy.name." + name)),
                            shown,
                            doors.policies().inForce(handle, name).version(),
                            doors.policies().history(handle, name),
                            doors.drafts().open(handle, name),
                            doors.drafts().closed(handle, name).stream()
                                    .filter(draft -> draft.state() == DraftState.WITHDRAWN)
                                    .toList(),
                            Sheet.of(name, form, content, visit.text()),
                            content.readable(),
                            doors.remarks(handle, name, content).map(words::sentences),
                            error));
        });
    }
}
