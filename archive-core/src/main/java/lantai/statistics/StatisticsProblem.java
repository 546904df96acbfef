package lantai.statistics;

import lantai.problem.Problem;

/** What can go wrong with the annual statistics. */
enum StatisticsProblem implements Problem {
    /** Values: what is wrong. */
    FORM_UNREADABLE,
    /** Values: the line, what it says it is counted by. */
    SOURCE_UNKNOWN,
    /** Values: the line, the year. */
    NO_SUCH_LINE,
    /** Values: the name of the line. */
    LINE_IS_COUNTED,
    /** Values: what was typed, the name of the line. */
    NOT_A_NUMBER,
    /** Values: the year. */
    YEAR_CLOSED,
    /** Values: the year. */
    YEAR_NOT_OVER,
    /** Values: how many lines, the first of them. */
    LINES_EMPTY,
    /** Values: the year. */
    NO_SUCH_YEAR
}
