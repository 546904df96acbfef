package lantai.ingest.filing;

import lantai.ingest.intake.ReceivedFile;
import lantai.record.Component;

/** A received file on its way to be a component of an item. */
record Master(ReceivedFile file, Component component) {}
