package lantai.ingest.reader.child;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import lantai.ingest.reader.SignatureFinding;
import lantai.ingest.reader.SignatureFinding.State;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * The signatures and seals of an OFD (GB/T 33190 §18): the digest of each part they protect, then the signature over the list of those
 * digests, which is an electronic seal (GB/T 38540, GM/T 0031) or a plain CMS.
 */
final class OfdSignatures {
    private OfdSignatures() {}

    static List<SignatureFinding> verify(Path file) throws IOException, Unreadable {
        var found = new ArrayList<SignatureFinding>();
        try (var parts = OfdPackage.open(file)) {
            var document = OfdDocument.open(parts);
            for (var signature : OfdSeals.signatures(document, parts)) {
                found.add(verify(signature, document, parts));
            }
        }
        return found;
    }

    private static SignatureFinding verify(OfdSeals.Signature signature, OfdDocument document, OfdPackage parts) {
        try {
            var altered = altered(signature, document, parts);
            if (!altered.isEmpty()) {
                return new SignatureFinding(State.ALTERED, altered, "", List.of());
            }
            var value = parts.bytes(
                    OfdPackage.resolve(signature.path(), signature.xml().text("SignedValue")));
            return SealValue.verify(value, parts.bytes(signature.path()));
        } catch (IOException
                | Unreadable
                | GeneralSecurityException
                | CMSException
                | OperatorCreationException
                | RuntimeException e) {
            return new SignatureFinding(State.UNVERIFIABLE, Failures.sentence(e), "", List.of());
        }
    }

    /** {@return which part is not as it was signed, or is not protected though a page is in it; empty when all are well} */
    private static String altered(OfdSeals.Signature signature, OfdDocument document, OfdPackage parts)
            throws IOException, Unreadable, GeneralSecurityException {
        Set<String> covered = new HashSet<>();
        for (var references : signature.xml().all("SignedInfo", "References")) {
            var method = references.attribute("CheckMethod");
            var digest = MessageDigest.getInstance(method.isEmpty() ? "MD5" : method, Certificates.PROVIDER);
            for (var reference : references.children("Reference")) {
                var path = OfdPackage.resolve(signature.path(), reference.attribute("FileRef"));
                covered.add(path.toLowerCase(Locale.ROOT));
                if (!parts.has(path)) {
                    return "the part " + path + " is missing";
                }
                var expected = Base64.getMimeDecoder().decode(reference.text("CheckValue"));
                if (!Arrays.equals(expected, digest.digest(parts.bytes(path)))) {
                    return "the part " + path + " is not as it was signed";
                }
            }
        }
        for (var page : document.pageParts()) {
            if (!covered.contains(page.toLowerCase(Locale.ROOT))) {
                return "the page " + page + " is not protected by it";
            }
        }
        return "";
    }
}
