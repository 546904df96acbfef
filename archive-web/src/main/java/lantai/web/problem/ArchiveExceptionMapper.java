package lantai.web.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import lantai.problem.ArchiveException;
import lantai.problem.Damaged;
import lantai.problem.Malformed;
import lantai.problem.NotFound;
import lantai.problem.Problem;
import lantai.problem.Refused;
import lantai.problem.Unavailable;
import lantai.web.frame.Visit;
import lantai.web.security.RequestProblem;
import lantai.web.text.Language;
import lantai.web.text.Text;
import lantai.web.view.View;

/**
 * Turns whatever a resource throws into an answer: a page for a person, one sentence for a part of a page, {@code
 * application/problem+json} for a program. What is our fault gets an incident number and one entry in the log.
 */
@Provider
public final class ArchiveExceptionMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = System.getLogger(ArchiveExceptionMapper.class.getName());
    private static final int WHO = 401;
    private static final int SERVER_ERROR = 500;

    @Context
    private HttpServletRequest request;

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof WebApplicationException ready
                && (ready.getResponse().hasEntity() || ready.getResponse().getStatus() < 400)) {
            return ready.getResponse();
        }
        var found = finding(failure);
        var incident = found.status() == SERVER_ERROR ? Optional.of(incident(failure)) : Optional.<String>empty();
        return answer(found, incident);
    }

    private Finding finding(Throwable failure) {
        return switch (failure) {
            case ArchiveException known -> new Finding(status(known), known.problem(), known.values());
            case WebApplicationException refused
            when refused.getCause() instanceof ArchiveException known -> finding(known);
            case WebApplicationException refused ->
                finding(refused.getResponse().getStatus());
            case StreamReadException notJson
            when isJsonSent() -> new Finding(400, RequestProblem.BODY_NOT_READ, List.of(place(notJson.getLocation())));
            case JsonMappingException within
            when isJsonSent() && within.getCause() instanceof StreamReadException notJson ->
                new Finding(400, RequestProblem.BODY_NOT_READ, List.of(place(notJson.getLocation())));
            case MismatchedInputException otherShape
            when isJsonSent() -> new Finding(400, RequestProblem.BODY_NOT_READ, List.of(place(otherShape)));
            default ->
                isCharacterNotKept(failure)
                        ? new Finding(400, RequestProblem.CHARACTER_NOT_KEPT, List.of())
                        : finding(SERVER_ERROR);
        };
    }

    /** JSON that we keep ourselves and cannot read is our fault. */
    private boolean isJsonSent() {
        var type = request.getContentType();
        return type != null && type.startsWith(MediaType.APPLICATION_JSON);
    }

    private static String place(JsonLocation location) {
        return location.getLineNr() + ":" + location.getColumnNr();
    }

    /** The field, such as {@code files[0]}, or the place when the whole is of another shape. */
    private static String place(MismatchedInputException otherShape) {
        var path = new StringBuilder();
        for (var step : otherShape.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.isEmpty() ? place(otherShape.getLocation()) : path.toString();
    }

    /** The database refuses U+0000 wherever it was typed: SQLSTATE 22021 in a text, 22P05 in JSON. */
    private static boolean isCharacterNotKept(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused
                    && ("22021".equals(refused.getSQLState()) || "22P05".equals(refused.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    private static Finding finding(int status) {
        return switch (status) {
            case 404 -> new Finding(status, RequestProblem.NOT_FOUND, List.of());
            case 405 -> new Finding(status, RequestProblem.METHOD_NOT_ALLOWED, List.of());
            default ->
                status < SERVER_ERROR
                        ? new Finding(status, RequestProblem.NOT_UNDERSTOOD, List.of())
                        : new Finding(SERVER_ERROR, RequestProblem.OUR_FAULT, List.of());
        };
    }

    private static int status(ArchiveException failure) {
        return switch (failure) {
            case Malformed _ -> 400;
            case NotFound _ -> 404;
            case Refused refused ->
                refused.problem() instanceof RequestProblem requestProblem ? status(requestProblem) : 409;
            case Damaged _ -> SERVER_ERROR;
            case Unavailable _ -> 503;
        };
    }

    private static int status(RequestProblem problem) {
        return switch (problem) {
            case SIGN_IN_NEEDED, TOKEN_NOT_VALID -> 401;
            case RIGHT_MISSING, PASSWORD_CHANGE_NEEDED, SECOND_FACTOR_NEEDED, OTHER_SITE -> 403;
            case TOO_MANY_ATTEMPTS -> 429;
            case NOT_FOUND -> 404;
            case METHOD_NOT_ALLOWED -> 405;
            case NOT_UNDERSTOOD,
                    ADDRESS_NOT_READ,
                    BODY_NOT_READ,
                    CHARACTER_NOT_KEPT,
                    PARAMETER_NOT_A_NUMBER,
                    PARAMETER_NOT_AN_ID,
                    PARAMETER_NOT_A_CHOICE,
                    PARAMETER_TOO_LONG,
                    PARAMETER_EMPTY,
                    DAY_MISSING,
                    DAY_WRONG -> 400;
            case OUR_FAULT -> SERVER_ERROR;
        };
    }

    private String incident(Throwable failure) {
        var bytes = new byte[4];
        ThreadLocalRandom.current().nextBytes(bytes);
        var number = HexFormat.of().withUpperCase().formatHex(bytes);
        LOG.log(
                Level.ERROR,
                "incident " + number + " at " + request.getMethod() + ' ' + request.getRequestURI(),
                failure);
        return number;
    }

    private Response answer(Finding found, Optional<String> incident) {
        var visit = new Visit(request);
        var text = visit.text();
        var title = text.say("problem.title." + found.status());
        var told = ProblemText.of(text, found.problem(), found.values());
        var answer = Response.status(found.status());
        if (found.status() == WHO) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, challenge(found.problem()));
        }
        if (visit.wantsPart()) {
            return answer.type("text/plain;charset=UTF-8").entity(told).build();
        }
        if (wantsPage()) {
            var page = visit.page(title);
            return answer.type(MediaType.TEXT_HTML_TYPE)
                    .entity(new View("problem/problem.jte", new ProblemView(page, told, incident)))
                    .build();
        }
        return answer.type("application/problem+json")
                .entity(new Told(
                        "about:blank",
                        title,
                        found.status(),
                        found.problem().name(),
                        told,
                        details(found),
                        incident.orElse(null)))
                .build();
    }

    private static Map<String, String> details(Finding found) {
        return Arrays.stream(Language.values())
                .collect(Collectors.toMap(
                        Language::code,
                        language -> ProblemText.of(Text.in(language), found.problem(), found.values())));
    }

    /** Programs are told how to prove who they are (RFC 6750, 3); a browser asks nobody for a bearer token. */
    private static String challenge(Problem problem) {
        return problem == RequestProblem.TOKEN_NOT_VALID ? "Bearer error=\"invalid_token\"" : "Bearer";
    }

    private boolean wantsPage() {
        var accepted = request.getHeader("Accept");
        return !request.getRequestURI().startsWith("/api/") && accepted != null && accepted.contains("text/html");
    }

    /** What to tell: the status, the problem, and what its text quotes. */
    private record Finding(int status, Problem problem, List<Object> values) {}
}
