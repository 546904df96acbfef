/**
 * Opens files from outside without ever parsing them in this process.
 *
 * <p>{@link lantai.ingest.reader.Readers} is the door: it hands each file to a reader, a child process with limits on
 * heap, time, output and temporary space, that is killed and replaced when it oversteps. What comes back is always a
 * named {@link lantai.ingest.reader.ReadingState}, never an exception because of the file. The classes of this package
 * load no parser; those live in {@code lantai.ingest.reader.child} and run in the children only.
 */
@NullMarked
package lantai.ingest.reader;

import org.jspecify.annotations.NullMarked;
