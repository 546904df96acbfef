package lantai.person;

import lantai.problem.Problem;

/** What can go wrong with the register of persons. */
enum PersonProblem implements Problem {
    NO_SUCH_PERSON
}
