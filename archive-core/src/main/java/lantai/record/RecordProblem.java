package lantai.record;

import lantai.problem.Problem;

/** What can go wrong with filed records. */
enum RecordProblem implements Problem {
    NO_SUCH_ITEM,
    NO_SUCH_PAGE,
    REFERENCE_CODE_MALFORMED,
    TEMPLATE_MALFORMED,
    CATEGORY_WITHOUT_TEMPLATE
}
