package lantai.transfer;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import lantai.key.SigningKey;
import org.bouncycastle.crypto.digests.SM3Digest;

/**
 * The signature inside a package (电子签名块, DA/T 48-2009). How the standard puts the bytes to be signed together was not seen, so the rule
 * stands in the package itself (签名规则): the signed part as {@link CanonicalForm}, its SM3, and SM2 over those 32 bytes. Instead of a
 * certificate the block holds the public key of the archive: it proves that nothing was changed since, not who somebody is.
 */
final class EepSeal {
    static final String BLOCK = "电子签名块";

    private static final String RULE = "被签名对象按W3C Canonical XML 1.0（不含注释）规范化，求SM3摘要，以SM2（SM3，默认用户标识）对摘要的32个字节签名；"
            + "签名结果为DER的Base64，证书处为签名者公钥（SubjectPublicKeyInfo）的Base64；本规则为本系统所定，待本单位确认";
    private static final String RESULT = "签名结果";
    private static final String CERTIFICATE = "证书";
    private static final String ALGORITHM = "签名算法标识";
    private static final String RULE_SAID = "签名规则";
    private static final Set<String> READ = Set.of(RESULT, CERTIFICATE, ALGORITHM, RULE_SAID);
    private static final byte[] END = "</电子文件封装包>".getBytes(StandardCharsets.UTF_8);

    private EepSeal() {}

    /** What a package's signature says. */
    sealed interface State {
        /** There is none. */
        record Unsigned() implements State {}

        /**
         * It is right: nothing was changed since.
         *
         * @param key SM3 of the public key, 64 hexadecimal digits
         */
        record Whole(String key) implements State {}

        /** It does not fit what it signs. */
        record Broken() implements State {}

        /** It was made by another rule or algorithm, so that nothing can be said of it. */
        record OtherRule() implements State {}
    }

    /**
     * Signs a package as it lies there.
     *
     * @param by who signs
     */
    static void seal(Path eep, SigningKey key, String by, Instant at) throws IOException {
        var signature = key.sign(digest(eep));
        var block = new StringBuilder().append("<" + BLOCK + "><电子签名>");
        say(block, "签名标识符", "修改0-签名1");
        say(block, RULE_SAID, RULE);
        say(block, "签名时间", EepWriter.moment(at));
        say(block, "签名人", escaped(by));
        say(block, RESULT, Base64.getEncoder().encodeToString(signature));
        block.append("<证书块>");
        say(block, CERTIFICATE, Base64.getEncoder().encodeToString(key.publicKey()));
        block.append("</证书块>");
        say(block, ALGORITHM, SigningKey.ALGORITHM);
        block.append("</电子签名></" + BLOCK + '>');
        try (var file = new RandomAccessFile(eep.toFile(), "rw")) {
            var end = new byte[END.length];
            file.seek(file.length() - END.length);
            file.readFully(end);
            if (!java.util.Arrays.equals(end, END)) {
                throw new IOException("a package ends otherwise: " + eep);
            }
            file.seek(file.length() - END.length);
            file.write(block.toString().getBytes(StandardCharsets.UTF_8));
            file.write(END);
        }
    }

    /**
     * Looks at the signature of a package.
     *
     * @throws IOException when it is no package that can be read
     */
    static State state(Path eep) throws IOException {
        var said = new HashMap<String, String>();
        try (var in = new BufferedInputStream(Files.newInputStream(eep))) {
            var xml = CanonicalForm.reader(in);
            var inside = false;
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    inside |= xml.getLocalName().equals(BLOCK);
                    if (inside && READ.contains(xml.getLocalName())) {
                        said.putIfAbsent(xml.getLocalName(), xml.getElementText());
                    }
                }
            }
            if (!inside) {
                return new State.Unsigned();
            }
        } catch (XMLStreamException broken) {
            throw new IOException(broken.getMessage(), broken);
        }
        if (!SigningKey.ALGORITHM.equals(said.get(ALGORITHM)) || !RULE.equals(said.get(RULE_SAID))) {
            return new State.OtherRule();
        }
        return judged(digest(eep), said.getOrDefault(CERTIFICATE, ""), said.getOrDefault(RESULT, ""));
    }

    private static State judged(byte[] digest, String key, String signature) {
        try {
            var publicKey = Base64.getMimeDecoder().decode(key);
            return SigningKey.isSignature(
                            publicKey, digest, Base64.getMimeDecoder().decode(signature))
                    ? new State.Whole(SigningKey.id(publicKey))
                    : new State.Broken();
        } catch (IllegalArgumentException notBase64) {
            return new State.Broken();
        }
    }

    private static byte[] digest(Path eep) throws IOException {
        var digest = new SM3Digest();
        try (var in = new BufferedInputStream(Files.newInputStream(eep))) {
            CanonicalForm.write(in, bytes -> digest.update(bytes, 0, bytes.length));
        }
        var result = new byte[digest.getDigestSize()];
        digest.doFinal(result, 0);
        return result;
    }

    private static void say(StringBuilder block, String name, String text) {
        block.append('<')
                .append(name)
                .append('>')
                .append(text)
                .append("</")
                .append(name)
                .append('>');
    }

    private static String escaped(String text) {
        return EepWriter.legal(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
