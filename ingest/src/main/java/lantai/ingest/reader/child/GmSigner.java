package lantai.ingest.reader.child;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.Optional;
import lantai.ingest.reader.SignatureFinding;
import lantai.ingest.reader.SignatureFinding.State;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.SignerInformation;

/**
 * A signer after GM/T 0010: SM2 over the attributes, or over the content where there are none. Such signers name the signature on the
 * curve where others name it together with the digest, and give the content types names of their own.
 */
record GmSigner(SignerInformation signer, X509CertificateHolder certificate, Collection<X509CertificateHolder> all) {
    /** {@return whether this is such a signer} */
    static boolean isOne(SignerInformation signer) {
        return GMObjectIdentifiers.sm2sign.getId().equals(signer.getEncryptionAlgOID());
    }

    /** Verifies the signature over some bytes. */
    SignatureFinding verify(byte[] signed) throws GeneralSecurityException {
        var name = certificate.getSubject().toString();
        var trail = Certificates.trail(certificate, all);
        var digest = attribute(CMSAttributes.messageDigest);
        if (digest.isPresent()
                && !Arrays.equals(
                        MessageDigest.getInstance(signer.getDigestAlgOID(), Certificates.PROVIDER)
                                .digest(signed),
                        ASN1OctetString.getInstance(value(digest.get())).getOctets())) {
            return new SignatureFinding(State.ALTERED, "the bytes are not those signed", name, trail);
        }
        if (digest.isPresent() ? !fits(ASN1Encoding.DL) && !fits(ASN1Encoding.DER) : !fits(signed)) {
            return new SignatureFinding(State.ALTERED, "the signature does not fit", name, trail);
        }
        return signingTime().filter(at -> !Certificates.held(certificate, at)).isPresent()
                ? new SignatureFinding(State.OUT_OF_TERM, "the certificate did not hold when it was used", name, trail)
                : new SignatureFinding(State.INTACT, "", name, trail);
    }

    private boolean fits(byte[] bytes) throws GeneralSecurityException {
        var verifier = Signature.getInstance("SM3withSM2", Certificates.PROVIDER);
        verifier.initVerify(new JcaX509CertificateConverter()
                .setProvider(Certificates.PROVIDER)
                .getCertificate(certificate)
                .getPublicKey());
        verifier.update(bytes);
        return verifier.verify(signer.getSignature());
    }

    /** Signers are not careful to sort the attributes, so they may have signed them in the order in which they stand in the file. */
    private boolean fits(String order) throws GeneralSecurityException {
        try {
            return fits(signer.toASN1Structure().getAuthenticatedAttributes().getEncoded(order));
        } catch (IOException unreadable) {
            throw new GeneralSecurityException("the signed attributes cannot be read", unreadable);
        }
    }

    private Optional<Date> signingTime() {
        return attribute(CMSAttributes.signingTime)
                .map(time -> Time.getInstance(value(time)).getDate());
    }

    private Optional<Attribute> attribute(ASN1ObjectIdentifier name) {
        return Optional.ofNullable(signer.getSignedAttributes()).flatMap(table -> Optional.ofNullable(table.get(name)));
    }

    private static ASN1Encodable value(Attribute attribute) {
        return attribute.getAttrValues().getObjectAt(0);
    }
}
