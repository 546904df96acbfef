package lantai.person;

import lantai.problem.Problem;

/** What can go wrong with the register of persons. */
enum PersonProblem implements Problem {
    NO_SUCH_PERSON,
    ID_NUMBER_MALFORMED,
    /** Nobody is registered with this number under this name. Says no more, so that nobody learns who is registered. */
    NOT_IDENTIFIED
}
