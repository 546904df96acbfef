package lantai.stacks;

import lantai.problem.Problem;

/** What can go wrong with boxes and places. */
enum StacksProblem implements Problem {
    NO_SUCH_BOX,
    NOTHING_CHOSEN,
    SCOPE_MISSING,
    /** Values: how many items of the place stay out of boxes. */
    NOTHING_TO_FILL,
    NOTHING_TO_UNDO,
    /** Values: what was typed. */
    NO_SUCH_CODE,
    /** Values: the reference code, the code of the box it is in. */
    IN_A_BOX,
    /** Values: the reference code, the name of its volume. */
    IN_A_VOLUME,
    /** Values: the title of the volume. */
    VOLUME_NOT_CLOSED,
    /** Values: the reference code, what the box is for. */
    BELONGS_ELSEWHERE,
    NOT_IN_THE_BOX,
    /** Values: the thickness in millimetres, those there are. */
    NO_SUCH_THICKNESS,
    /** Values: what was typed, the rooms there are. */
    NO_SUCH_PLACE,
    /** Values: how many letters remarks may have. */
    REMARKS_TOO_LONG,
    /** Values: the template. */
    TEMPLATE_MALFORMED,
    /** Values: the room. */
    ROOM_MALFORMED
}
