package lantai.ingest.intake;

import java.util.Optional;
import java.util.UUID;
import lantai.storage.Fixity;

/**
 * The acknowledgement of a file: from now on it cannot be lost.
 *
 * @param again whether this very delivery had been acknowledged before; nothing was added then
 * @param sameAs where the same bytes lie already: the path of an earlier file, or a reference code
 * @param quarantined the reason when the file went straight into quarantine
 */
public record Receipt(
        UUID fileId,
        UUID batchId,
        String path,
        Fixity fixity,
        boolean again,
        Optional<String> sameAs,
        Optional<String> quarantined) {}
