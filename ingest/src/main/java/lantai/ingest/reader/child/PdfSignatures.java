package lantai.ingest.reader.child;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import lantai.ingest.reader.SignatureFinding;
import lantai.ingest.reader.SignatureFinding.State;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignerDigestMismatchException;
import org.bouncycastle.cms.CMSVerifierCertificateNotValidException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/**
 * The signatures of a PDF (ISO 32000-1 §12.8, PAdES): the bytes they cover, the CMS over them, and whether the file was added to after
 * the last one.
 */
final class PdfSignatures {
    private PdfSignatures() {}

    static List<SignatureFinding> verify(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        var found = new ArrayList<SignatureFinding>();
        try (var document = Loader.loadPDF(bytes)) {
            var all = document.getSignatureDictionaries();
            var furthest = all.stream().mapToLong(PdfSignatures::end).max().orElse(0);
            for (var signature : all) {
                found.add(verify(signature, bytes, furthest));
            }
        }
        return found;
    }

    private static long end(PDSignature signature) {
        var range = signature.getByteRange();
        return range != null && range.length == 4 ? (long) range[2] + range[3] : 0;
    }

    private static SignatureFinding verify(PDSignature signature, byte[] file, long furthest) {
        var range = signature.getByteRange();
        if (range == null
                || range.length != 4
                || range[0] != 0
                || range[1] < 0
                || range[2] < range[1]
                || end(signature) > file.length) {
            return finding(State.UNVERIFIABLE, "does not say which bytes it covers");
        }
        if (file[range[1]] != '<' || file[range[2] - 1] != '>') {
            return finding(State.ALTERED, "leaves out more than itself");
        }
        if (!isBlank(file, furthest)) {
            return finding(State.ALTERED, "the file was added to after the last signature");
        }
        try {
            var contents = signature.getContents(new ByteArrayInputStream(file));
            var signed = signature.getSignedContent(file);
            return "ETSI.RFC3161".equals(signature.getSubFilter())
                    ? timeStamp(contents, signed)
                    : cms(contents, signed);
        } catch (IOException | CMSException | TSPException | GeneralSecurityException | OperatorCreationException e) {
            return finding(State.UNVERIFIABLE, Failures.sentence(e));
        }
    }

    private static boolean isBlank(byte[] file, long from) {
        for (var i = (int) from; i < file.length; i++) {
            if (file[i] > ' ' || file[i] < 0) {
                return false;
            }
        }
        return true;
    }

    /** Also for other containers: a CMS signature that stands beside what it covers, with the zeros PDF fills its place up with. */
    static SignatureFinding cms(byte[] contents, byte[] signed)
            throws CMSException, GeneralSecurityException, OperatorCreationException {
        var data = new CMSSignedData(new CMSProcessableByteArray(signed), new ByteArrayInputStream(contents));
        var certificates = data.getCertificates().getMatches(null);
        var signers = data.getSignerInfos().getSigners();
        if (signers.isEmpty()) {
            return finding(State.UNVERIFIABLE, "nobody has signed");
        }
        for (var signer : signers) {
            var finding = signer(signer, certificates, signed);
            if (finding.state() != State.INTACT) {
                return finding;
            }
        }
        return signer(signers.iterator().next(), certificates, signed);
    }

    private static SignatureFinding signer(
            SignerInformation signer, Collection<X509CertificateHolder> all, byte[] signed)
            throws CMSException, GeneralSecurityException, OperatorCreationException {
        var own = all.stream().filter(holder -> signer.getSID().match(holder)).toList();
        if (own.isEmpty()) {
            return finding(State.UNVERIFIABLE, "the signer's certificate is not in the file");
        }
        var certificate = own.getFirst();
        if (GmSigner.isOne(signer)) {
            return new GmSigner(signer, certificate, all).verify(signed);
        }
        var name = certificate.getSubject().toString();
        var trail = Certificates.trail(certificate, all);
        try {
            var verifier = new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(Certificates.PROVIDER)
                    .build(certificate);
            return signer.verify(verifier)
                    ? new SignatureFinding(State.INTACT, "", name, trail)
                    : new SignatureFinding(State.ALTERED, "the signature does not fit", name, trail);
        } catch (CMSSignerDigestMismatchException altered) {
            return new SignatureFinding(State.ALTERED, "the bytes are not those signed", name, trail);
        } catch (CMSVerifierCertificateNotValidException early) {
            return new SignatureFinding(State.OUT_OF_TERM, Failures.sentence(early), name, trail);
        }
    }

    private static SignatureFinding timeStamp(byte[] contents, byte[] signed)
            throws CMSException, TSPException, IOException, GeneralSecurityException, OperatorCreationException {
        var token = new TimeStampToken(new CMSSignedData(new ByteArrayInputStream(contents)));
        var info = token.getTimeStampInfo();
        var digest = MessageDigest.getInstance(info.getMessageImprintAlgOID().getId(), Certificates.PROVIDER)
                .digest(signed);
        var all = token.getCertificates().getMatches(null);
        var own = all.stream().filter(holder -> token.getSID().match(holder)).toList();
        if (own.isEmpty()) {
            return finding(State.UNVERIFIABLE, "the certificate of the time stamp is not in the file");
        }
        var certificate = own.getFirst();
        var trail = Certificates.trail(certificate, all);
        var holds = Arrays.equals(digest, info.getMessageImprintDigest())
                && token.isSignatureValid(new JcaSimpleSignerInfoVerifierBuilder()
                        .setProvider(Certificates.PROVIDER)
                        .build(certificate));
        return new SignatureFinding(
                holds ? State.INTACT : State.ALTERED,
                holds ? "" : "the time stamp does not fit",
                certificate.getSubject().toString(),
                trail);
    }

    private static SignatureFinding finding(State state, String reason) {
        return new SignatureFinding(state, reason, "", List.of());
    }
}
