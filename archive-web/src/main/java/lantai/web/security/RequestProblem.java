package lantai.web.security;

import lantai.problem.Problem;

/** Why a request is turned away before it reaches its resource. */
public enum RequestProblem implements Problem {
    SIGN_IN_NEEDED,
    RIGHT_MISSING,
    PASSWORD_CHANGE_NEEDED,
    OTHER_SITE,
    TOO_MANY_ATTEMPTS,
    NOT_FOUND,
    METHOD_NOT_ALLOWED,
    NOT_UNDERSTOOD,
    BODY_NOT_READ,
    CHARACTER_NOT_KEPT,
    OUR_FAULT
}
