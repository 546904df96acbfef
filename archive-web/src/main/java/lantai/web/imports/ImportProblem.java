package lantai.web.imports;

import lantai.problem.Problem;

/** What can go wrong on the screens of catalogues from outside. */
enum ImportProblem implements Problem {
    NAME_MISSING,
    NOT_CHECKED
}
