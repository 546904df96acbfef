/**
 * Papers that were refused because they bear the mark of a state secret. No archive of this system may hold one: it is closed to
 * everybody at once, handed over by two people, and removed with every trace; a note without content remains. Start reading at
 * {@link lantai.ingest.seal.SealedPapers}.
 */
@NullMarked
package lantai.ingest.seal;

import org.jspecify.annotations.NullMarked;
