package lantai.ingest.reader.child;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;

/** The seals of an OFD file, as pictures on its pages. Whether a seal is genuine is not judged here. */
final class OfdSeals {
    private static final int DEEPEST = 10;

    private OfdSeals() {}

    /** {@return the signature parts of a document} */
    static List<Signature> signatures(OfdDocument document, OfdPackage parts) throws Unreadable {
        var found = new ArrayList<Signature>();
        var location = document.body().text("Signatures");
        if (location.isEmpty()) {
            return found;
        }
        var list = OfdPackage.resolve("OFD.xml", location);
        for (var one :
                parts.optional(list).map(all -> all.children("Signature")).orElse(List.of())) {
            var path = OfdPackage.resolve(list, one.attribute("BaseLoc"));
            parts.optional(path).ifPresent(xml -> found.add(new Signature(path, xml)));
        }
        return found;
    }

    /** {@return the seals on one page} */
    static List<Seal> onPage(OfdDocument document, OfdPackage parts, String pageId) throws Unreadable {
        var seals = new ArrayList<Seal>();
        for (var signature : signatures(document, parts)) {
            for (var stamp : signature.xml().all("SignedInfo", "StampAnnot")) {
                var box = stamp.numbersOf("Boundary");
                if (stamp.attribute("PageRef").equals(pageId) && box.length == 4) {
                    var clip = stamp.numbersOf("Clip");
                    picture(signature, parts)
                            .ifPresent(picture -> seals.add(new Seal(
                                    picture.type(),
                                    picture.bytes(),
                                    new Rectangle2D.Double(box[0], box[1], box[2], box[3]),
                                    clip.length == 4
                                            ? new Rectangle2D.Double(
                                                    box[0] + clip[0], box[1] + clip[1], clip[2], clip[3])
                                            : new Rectangle2D.Double(box[0], box[1], box[2], box[3]))));
                }
            }
        }
        return seals;
    }

    private static Optional<Picture> picture(Signature signature, OfdPackage parts) throws Unreadable {
        var value = OfdPackage.resolve(signature.path(), signature.xml().text("SignedValue"));
        var seal = signature.xml().all("SignedInfo", "Seal", "BaseLoc").stream()
                .map(at -> OfdPackage.resolve(signature.path(), at.text()))
                .toList();
        var candidates = new ArrayList<>(seal);
        candidates.add(value);
        for (var candidate : candidates) {
            try {
                if (parts.has(candidate)) {
                    var found = search(ASN1Primitive.fromByteArray(parts.bytes(candidate)), 0);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            } catch (IOException | RuntimeException e) {
                // a seal that cannot be read is not drawn
            }
        }
        return Optional.empty();
    }

    /**
     * Both generations of seal structures hold the picture as a sequence of type, bytes, width and height; it is searched
     * for by that shape.
     */
    private static Optional<Picture> search(ASN1Encodable node, int depth) {
        if (depth > DEEPEST) {
            return Optional.empty();
        }
        var value = node.toASN1Primitive();
        if (value instanceof ASN1TaggedObject tagged) {
            return search(tagged.getBaseObject(), depth + 1);
        }
        if (!(value instanceof ASN1Sequence sequence)) {
            return Optional.empty();
        }
        if (sequence.size() >= 4
                && sequence.getObjectAt(0).toASN1Primitive() instanceof ASN1IA5String type
                && sequence.getObjectAt(1).toASN1Primitive() instanceof ASN1OctetString bytes
                && sequence.getObjectAt(2).toASN1Primitive() instanceof ASN1Integer
                && sequence.getObjectAt(3).toASN1Primitive() instanceof ASN1Integer) {
            return Optional.of(
                    new Picture(type.getString().toLowerCase(Locale.ROOT), ByteBuffer.wrap(bytes.getOctets())));
        }
        for (var child : sequence) {
            var found = search(child, depth + 1);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private record Picture(String type, ByteBuffer bytes) {}

    /** A signature part and where it stands. */
    record Signature(String path, Xml xml) {}

    /**
     * A seal on a page.
     *
     * @param type of its picture: png, jpg, bmp, gif, ofd
     * @param bytes its picture
     * @param box where it stands, in millimetres
     * @param clip the part of it that is seen, as a seal over the edges of several pages shows in parts
     */
    record Seal(String type, ByteBuffer bytes, Rectangle2D box, Rectangle2D clip) {}
}
