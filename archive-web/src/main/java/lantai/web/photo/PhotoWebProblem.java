package lantai.web.photo;

import lantai.problem.Problem;

/** What can go wrong on the screens of photo groups. */
enum PhotoWebProblem implements Problem {
    NOT_ALL_SEEN
}
