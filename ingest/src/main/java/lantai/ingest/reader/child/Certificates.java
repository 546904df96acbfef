package lantai.ingest.reader.child;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;

/** Certificates of signatures: who stands above whom, and when they held. */
final class Certificates {
    /** Knows SM2 and SM3; used by name, never installed. */
    static final Provider PROVIDER = new BouncyCastleProvider();

    private static final int LONGEST = 8;

    private Certificates() {}

    /** {@return SHA-256 of a certificate and of those above it among the others, each verified by the next} */
    static List<String> trail(X509CertificateHolder signer, Collection<X509CertificateHolder> others) {
        var trail = new ArrayList<String>();
        var at = Optional.of(signer);
        while (at.isPresent() && trail.size() < LONGEST) {
            var now = at.get();
            trail.add(fingerprint(now));
            at = now.getIssuer().equals(now.getSubject())
                    ? Optional.empty()
                    : others.stream()
                            .filter(other -> other.getSubject().equals(now.getIssuer()) && isSignedBy(now, other))
                            .findFirst();
        }
        return trail;
    }

    private static boolean isSignedBy(X509CertificateHolder certificate, X509CertificateHolder issuer) {
        try {
            return certificate.isSignatureValid(new JcaContentVerifierProviderBuilder()
                    .setProvider(PROVIDER)
                    .build(issuer));
        } catch (CertException
                | OperatorCreationException
                | java.security.cert.CertificateException
                | RuntimeException broken) {
            return false;
        }
    }

    static boolean held(X509CertificateHolder certificate, Date at) {
        return certificate.isValidOn(at);
    }

    private static String fingerprint(X509CertificateHolder certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (NoSuchAlgorithmException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
