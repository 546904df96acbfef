package lantai.photo;

import lantai.problem.Problem;

/** What can go wrong with photo groups. */
enum PhotoProblem implements Problem {
    NO_SUCH_GROUP,
    /** Values: the code, where the group would have to be. */
    GROUP_ELSEWHERE,
    /** Values: how many letters a title may have. */
    TITLE_MISSING,
    /** Values: how many letters the theme may have, how many photographer and place. */
    WORDS_TOO_LONG,
    /** Values: how many letters a reason may have. */
    REASON_MISSING,
    NOTHING_CHANGED,
    /** Values: who changed it. */
    CHANGED_MEANWHILE
}
