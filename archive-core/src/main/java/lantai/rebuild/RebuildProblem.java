package lantai.rebuild;

import lantai.problem.Problem;

/** Why an archive is not rebuilt. */
enum RebuildProblem implements Problem {
    DATABASE_NOT_EMPTY,
    NOTHING_TO_REBUILD
}
