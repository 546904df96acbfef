package lantai.web.item;

import lantai.problem.Refused;

/** Tells recordings from other files. */
final class Recordings {
    private Recordings() {}

    /**
     * Makes sure that a component can be heard.
     *
     * @throws Refused when it is neither sound nor video
     */
    static void require(Opened opened, int ordinal) {
        var mime = opened.component(ordinal).mime();
        if (!mime.startsWith("audio/") && !mime.startsWith("video/") && !mime.equals("application/mp4")) {
            throw new Refused(ItemProblem.NO_RECORDING);
        }
    }
}
