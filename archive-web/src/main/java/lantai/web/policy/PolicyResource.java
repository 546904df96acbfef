package lantai.web.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import lantai.account.Right;
import lantai.ingest.pipeline.Rules;
import lantai.ingest.privacy.PersonalRule;
import lantai.policy.Policy;
import lantai.policy.PolicyCentre;
import lantai.problem.Malformed;
import lantai.problem.NotFound;
import lantai.problem.Refused;
import lantai.record.ReferenceCodeRule;
import lantai.retention.RetentionSchedule;
import lantai.web.frame.Visit;
import lantai.web.problem.ProblemText;
import lantai.web.security.Needs;
import lantai.web.view.View;
import org.jdbi.v3.core.Jdbi;

/** {@code /policies}: the rules of the house. A new version holds from the day it is written; old ones stay readable. */
@Path("policies")
@Produces(MediaType.TEXT_HTML)
public final class PolicyResource {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final List<String> NAMES =
            List.of(Rules.POLICY, ReferenceCodeRule.POLICY, RetentionSchedule.POLICY, PersonalRule.POLICY);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Jdbi jdbi;
    private final PolicyCentre policies;
    private final Rules rules;
    private final InstantSource clock;

    public PolicyResource(Jdbi jdbi, PolicyCentre policies, Rules rules, InstantSource clock) {
        this.jdbi = jdbi;
        this.policies = policies;
        this.rules = rules;
        this.clock = clock;
    }

    /** All rules. */
    @GET
    @Needs(Right.MANAGE_POLICY)
    public View all(@BeanParam Visit visit) {
        var inForce = jdbi.withHandle(handle ->
                NAMES.stream().map(name -> policies.inForce(handle, name)).toList());
        return new View(
                "policy/policies.jte", new PoliciesView(visit.page(visit.text().say("policy.title")), inForce));
    }

    /** One rule, in the version that holds or in another one. */
    @GET
    @Path("{name}")
    @Needs(Right.MANAGE_POLICY)
    public View one(
            @BeanParam Visit visit,
            @PathParam("name") String name,
            @QueryParam("version") @DefaultValue("0") int version) {
        return view(visit, known(name), version, Optional.empty(), Optional.empty());
    }

    /** Writes the next version. */
    @POST
    @Path("{name}")
    @Needs(Right.MANAGE_POLICY)
    public Response change(
            @BeanParam Visit visit,
            @PathParam("name") String name,
            @FormParam("content") @DefaultValue("") String content) {
        var today = LocalDate.ofInstant(clock.instant(), ZONE);
        try {
            jdbi.useTransaction(transaction -> {
                if (known(name).equals(Rules.POLICY)) {
                    rules.change(transaction, visit.actor(), content, today);
                } else {
                    check(name, content);
                    policies.write(transaction, visit.actor(), name, content, today);
                }
            });
        } catch (Malformed | Refused failure) {
            var told = ProblemText.of(visit.text(), failure);
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(view(visit, name, 0, Optional.of(content), Optional.of(told)))
                    .build();
        }
        return visit.seeOther("/policies/" + name, visit.text().say("policy.written"));
    }

    private View view(Visit visit, String name, int version, Optional<String> typed, Optional<String> error) {
        return jdbi.withHandle(handle -> {
            var history = policies.history(handle, name);
            var inForce = policies.inForce(handle, name);
            var shown = version == 0
                    ? inForce
                    : history.stream()
                            .filter(policy -> policy.version() == version)
                            .findFirst()
                            .orElseThrow(() -> new NotFound(PolicyWebProblem.NO_SUCH_VERSION, version));
            return new View(
                    "policy/policy.jte",
                    new PolicyView(
                            visit.page(visit.text().say("policy.name." + name)),
                            shown,
                            inForce.version(),
                            history,
                            typed.orElseGet(() -> readable(shown)),
                            error));
        });
    }

    private static void check(String name, String content) {
        switch (name) {
            case RetentionSchedule.POLICY -> RetentionSchedule.parse(content);
            case PersonalRule.POLICY -> PersonalRule.parse(content);
            default -> ReferenceCodeRule.parse(content);
        }
    }

    private static String known(String name) {
        if (!NAMES.contains(name)) {
            throw new NotFound(PolicyWebProblem.NO_SUCH_POLICY, name);
        }
        return name;
    }

    private static String readable(Policy policy) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(policy.content()));
        } catch (JsonProcessingException notJson) {
            return policy.content();
        }
    }
}
