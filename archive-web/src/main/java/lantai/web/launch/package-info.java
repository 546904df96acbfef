/**
 * Starts an archive on this machine and keeps it running: PostgreSQL and the server are children of one supervising process,
 * which restarts a child that dies and stops both in order. Start at {@link lantai.web.launch.Launch}.
 */
@NullMarked
package lantai.web.launch;

import org.jspecify.annotations.NullMarked;
