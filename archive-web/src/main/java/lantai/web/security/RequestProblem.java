package lantai.web.security;

import lantai.problem.Problem;

/** Why a request is turned away before it reaches its resource. */
public enum RequestProblem implements Problem {
    SIGN_IN_NEEDED,
    TOKEN_NOT_VALID,
    RIGHT_MISSING,
    PASSWORD_CHANGE_NEEDED,
    SECOND_FACTOR_NEEDED,
    OTHER_SITE,
    TOO_MANY_ATTEMPTS,
    NOT_FOUND,
    METHOD_NOT_ALLOWED,
    NOT_UNDERSTOOD,
    ADDRESS_NOT_READ,
    BODY_NOT_READ,
    CHARACTER_NOT_KEPT,
    PARAMETER_NOT_A_NUMBER,
    PARAMETER_NOT_AN_ID,
    PARAMETER_NOT_A_CHOICE,
    PARAMETER_TOO_LONG,
    PARAMETER_EMPTY,
    /** Values: the field. */
    DAY_MISSING,
    /** Values: the field, what was typed. */
    DAY_WRONG,
    OUR_FAULT
}
