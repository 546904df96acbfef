package lantai.ingest.reader.child;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import lantai.ingest.reader.SignatureFinding;
import lantai.ingest.reader.SignatureFinding.State;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * The value of an electronic seal: who sealed which digest, in the structure of GB/T 38540 (version 4) or GM/T 0031 (version 1), or a
 * plain CMS signature. Whether the seal itself was made by a recognised maker is not judged.
 */
final class SealValue {
    private static final int TIME = 2;
    private static final int HASH = 3;
    private static final int PLAIN_SM2 = 64;

    /** What the signature covers. */
    private final byte[] signed;
    /** Digest of the list of protected parts. */
    private final byte[] dataHash;

    private final X509CertificateHolder certificate;
    private final ASN1ObjectIdentifier algorithm;
    private final byte[] signature;
    /** When it was sealed, where it is told in a form that is known. */
    private final Optional<Date> time;

    private SealValue(ASN1Sequence sequence) throws IOException {
        var tbs = ASN1Sequence.getInstance(sequence.getObjectAt(0));
        var versionFour = sequence.size() >= 4;
        var holder = versionFour ? sequence : tbs;
        var first = versionFour ? 1 : 5;
        signed = tbs.getEncoded(ASN1Encoding.DER);
        dataHash = ASN1BitString.getInstance(tbs.getObjectAt(HASH)).getOctets();
        certificate = new X509CertificateHolder(
                ASN1OctetString.getInstance(holder.getObjectAt(first)).getOctets());
        algorithm = ASN1ObjectIdentifier.getInstance(holder.getObjectAt(first + 1));
        signature = ASN1BitString.getInstance(sequence.getObjectAt(versionFour ? HASH : 1))
                .getOctets();
        time = time(tbs.getObjectAt(TIME));
    }

    /** Verifies a value against the list of protected parts as it stands in the file. */
    static SignatureFinding verify(byte[] value, byte[] list)
            throws IOException, GeneralSecurityException, CMSException, OperatorCreationException {
        var sequence = ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(value));
        if (sequence.getObjectAt(0) instanceof ASN1ObjectIdentifier) {
            return PdfSignatures.cms(value, list);
        }
        if (sequence.getObjectAt(0) instanceof ASN1Integer) {
            return new SignatureFinding(
                    State.UNVERIFIABLE, "a bare signature without the certificate of its signer", "", List.of());
        }
        return new SealValue(sequence).verify(list);
    }

    private static Optional<Date> time(ASN1Encodable told) {
        try {
            return told instanceof ASN1GeneralizedTime time ? Optional.of(time.getDate()) : Optional.empty();
        } catch (java.text.ParseException unknown) {
            return Optional.empty();
        }
    }

    private SignatureFinding verify(byte[] list) throws IOException, GeneralSecurityException {
        var name = certificate.getSubject().toString();
        var trail = Certificates.trail(certificate, List.of());
        var digest = MessageDigest.getInstance("SM3", Certificates.PROVIDER).digest(list);
        var hash = isSm2() ? digest : digestOfSameLength(list);
        if (!Arrays.equals(hash, dataHash)) {
            return new SignatureFinding(
                    State.ALTERED, "the list of protected parts is not as it was sealed", name, trail);
        }
        if (!fits()) {
            return new SignatureFinding(State.ALTERED, "the signature does not fit", name, trail);
        }
        return time.filter(at -> !Certificates.held(certificate, at)).isPresent()
                ? new SignatureFinding(State.OUT_OF_TERM, "the certificate did not hold when it was used", name, trail)
                : new SignatureFinding(State.INTACT, "", name, trail);
    }

    private byte[] digestOfSameLength(byte[] list) throws GeneralSecurityException {
        var name = dataHash.length == 20 ? "SHA-1" : dataHash.length == 16 ? "MD5" : "SHA-256";
        return MessageDigest.getInstance(name).digest(list);
    }

    private boolean isSm2() {
        return algorithm.equals(GMObjectIdentifiers.sm2sign_with_sm3)
                || algorithm.equals(GMObjectIdentifiers.sm2sign)
                || algorithm.getId().startsWith("1.2.156.10197.1.301");
    }

    private boolean fits() throws IOException, GeneralSecurityException {
        if (isSm2()) {
            AsymmetricKeyParameter key = PublicKeyFactory.createKey(certificate.getSubjectPublicKeyInfo());
            var signer = new SM2Signer(
                    signature.length == PLAIN_SM2 ? PlainDSAEncoding.INSTANCE : StandardDSAEncoding.INSTANCE);
            signer.init(false, key);
            signer.update(signed, 0, signed.length);
            return signer.verifySignature(signature);
        }
        var verifier = Signature.getInstance(algorithm.getId(), Certificates.PROVIDER);
        verifier.initVerify(new org.bouncycastle.cert.jcajce.JcaX509CertificateConverter()
                .setProvider(Certificates.PROVIDER)
                .getCertificate(certificate)
                .getPublicKey());
        verifier.update(signed);
        return verifier.verify(signature);
    }
}
