package lantai.web.list;

import lantai.problem.Problem;

/** What can go wrong with statutory lists. */
enum ListProblem implements Problem {
    NOTHING_CHOSEN,
    /** Values: what was asked for, what there is. */
    NO_SUCH_LIST,
    /** Values: what was asked for. */
    NO_SUCH_FORMAT,
    /** Values: the list. */
    VOLUME_MISSING,
    /** Values: the list. */
    ITEMS_NOT_LISTED
}
