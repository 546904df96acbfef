package lantai.web.command;

import java.io.IOException;
import java.net.URI;
import lantai.problem.Refused;
import lantai.problem.Unavailable;
import lantai.web.remote.Remote.NotAccepted;

/** What a person is told when a server did not do what a command asked of it. */
final class NoAnswer {
    private NoAnswer() {}

    /**
     * The problem to be thrown.
     *
     * @param cut what became of the request: the server said no, or nothing
     * @param server its address
     */
    static RuntimeException of(IOException cut, URI server) {
        if (cut instanceof NotAccepted refused) {
            return new Refused(
                    CommandProblem.SERVER_REFUSED,
                    refused.status(),
                    new Console.Said(String.valueOf(refused.getMessage()), refused.english()));
        }
        var unavailable = new Unavailable(CommandProblem.SERVER_DOES_NOT_ANSWER, server);
        unavailable.initCause(cut);
        return unavailable;
    }
}
