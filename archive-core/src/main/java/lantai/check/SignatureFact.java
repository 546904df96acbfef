package lantai.check;

import java.util.List;

/**
 * One electronic signature or seal in a file.
 *
 * @param kind {@code PDF} or {@code OFD}
 * @param state what the mathematics say
 * @param reason why it is altered or cannot be verified, in English for the operator; empty when it is intact
 * @param signer subject of the certificate, may be empty
 * @param trail SHA-256 of the signer's certificate and of those in the file that stand above it, each verified by the next
 */
public record SignatureFact(String kind, State state, String reason, String signer, List<String> trail) {
    public SignatureFact {
        trail = List.copyOf(trail);
    }

    /** What the mathematics say; whether the signer is trusted is another question. */
    public enum State {
        /** The file is as it was signed, and the certificate held at that time. */
        INTACT,
        /** What was signed is not what is there. */
        ALTERED,
        /** The certificate did not hold when it was used. */
        OUT_OF_TERM,
        /** Its form is not known here. */
        UNVERIFIABLE
    }
}
