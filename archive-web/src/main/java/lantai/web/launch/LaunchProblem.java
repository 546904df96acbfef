package lantai.web.launch;

import lantai.problem.Problem;

/** Why an archive cannot be started. */
enum LaunchProblem implements Problem {
    FOLDER_NOT_WRITABLE,
    FOLDER_IN_USE,
    PORT_TAKEN,
    HOST_NOT_HERE,
    DISK_NEARLY_FULL,
    DATABASE_BINARIES_MISSING,
    DATABASE_DATA_OF_OTHER_VERSION,
    DATABASE_DID_NOT_START,
    DATABASE_NEEDS_ORDINARY_USER,
    SERVER_DID_NOT_START,
    STOPPED_WHILE_STARTING,
    NOT_RUNNING,
    DATABASE_THERE,
    REBUILD_UNFINISHED
}
