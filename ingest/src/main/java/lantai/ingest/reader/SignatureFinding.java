package lantai.ingest.reader;

import java.util.List;

/**
 * One electronic signature or seal of a file.
 *
 * @param reason in English, empty when it is intact
 * @param signer subject of the certificate, may be empty
 * @param trail SHA-256 of the signer's certificate and of those above it in the file, lower-case hexadecimal
 */
public record SignatureFinding(State state, String reason, String signer, List<String> trail) {
    public SignatureFinding {
        trail = List.copyOf(trail);
    }

    /** What the mathematics say. */
    public enum State {
        /** The file is as it was signed. */
        INTACT,
        /** What was signed is not what is there. */
        ALTERED,
        /** The certificate did not hold when it was used. */
        OUT_OF_TERM,
        /** Its form is not known here. */
        UNVERIFIABLE
    }
}
