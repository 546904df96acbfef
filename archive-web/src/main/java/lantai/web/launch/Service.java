package lantai.web.launch;

import java.io.IOException;

/** A program that runs as a child process of the supervisor. */
interface Service {
    /** {@return its name in the texts} */
    String name();

    /** Starts it and returns at once. */
    Process start() throws IOException;

    /** Asks it to end in order. Returns at once. */
    void stop(Process process);
}
