package lantai.key;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Properties;
import lantai.problem.Unavailable;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/**
 * The archive's own SM2 key, by which it signs what it has written (GB/T 32918, signatures with SM3, default user id). It lies in a
 * file of this machine: it proves that this archive wrote something and that nobody has changed it since, not that a certified
 * product or a recognised authority says so. Thread-safe.
 */
public final class SigningKey {
    /** Object identifier of SM2 signatures with SM3. */
    public static final String ALGORITHM = "1.2.156.10197.1.501";

    private static final ECDomainParameters CURVE = new ECDomainParameters(GMNamedCurves.getByName("sm2p256v1"));

    private final BigInteger secret;
    private final byte[] publicKey;
    private final SecureRandom random = new SecureRandom();

    private SigningKey(BigInteger secret) {
        this.secret = secret;
        this.publicKey = encoded(secret);
    }

    /**
     * Reads the key of a data folder; makes it at the first start and lays its public half beside it.
     *
     * @param folder the {@code keys} folder, created when missing
     * @throws Unavailable when the file cannot be read or written
     */
    public static SigningKey open(Path folder) {
        var file = folder.resolve("signing.properties");
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(folder);
                create(file);
            }
            var keys = new Properties();
            try (var in = new StringReader(Files.readString(file))) {
                keys.load(in);
            }
            var bytes = Base64.getDecoder().decode(keys.getProperty("sm2", ""));
            if (bytes.length != 32) {
                throw new IllegalArgumentException("key \"sm2\" has " + bytes.length + " bytes, expected 32");
            }
            var key = new SigningKey(new BigInteger(1, bytes));
            Files.writeString(folder.resolve("signing-public.pem"), key.publicPem());
            return key;
        } catch (IOException | IllegalArgumentException failure) {
            var unreadable = new Unavailable(KeyProblem.KEY_FILE_UNREADABLE, file);
            unreadable.initCause(failure);
            throw unreadable;
        }
    }

    /** {@return the signature of these bytes, as DER} */
    public byte[] sign(byte[] bytes) {
        var signer = new SM2Signer();
        signer.init(true, new ParametersWithRandom(new ECPrivateKeyParameters(secret, CURVE), random));
        signer.update(bytes, 0, bytes.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** {@return the public key as SubjectPublicKeyInfo, DER} */
    public byte[] publicKey() {
        return publicKey.clone();
    }

    /** {@return the public key as PEM} */
    public String publicPem() {
        var text = new StringWriter();
        text.write("-----BEGIN PUBLIC KEY-----\n");
        text.write(Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(publicKey));
        text.write("\n-----END PUBLIC KEY-----\n");
        return text.toString();
    }

    /** {@return by what the key is known: SM3 of the public key, 64 hexadecimal digits} */
    public String id() {
        return id(publicKey);
    }

    /** {@return by what a public key is known: its SM3, 64 hexadecimal digits} */
    public static String id(byte[] publicKey) {
        var digest = new SM3Digest();
        digest.update(publicKey, 0, publicKey.length);
        var result = new byte[digest.getDigestSize()];
        digest.doFinal(result, 0);
        return HexFormat.of().formatHex(result);
    }

    /** {@return whether a signature of these bytes is right by a public key (SubjectPublicKeyInfo); false also of what is no key} */
    public static boolean isSignature(byte[] publicKey, byte[] bytes, byte[] signature) {
        try {
            var info = SubjectPublicKeyInfo.getInstance(publicKey);
            var point = CURVE.getCurve().decodePoint(info.getPublicKeyData().getBytes());
            var signer = new SM2Signer();
            signer.init(false, new ECPublicKeyParameters(point, CURVE));
            signer.update(bytes, 0, bytes.length);
            return signer.verifySignature(signature);
        } catch (IllegalArgumentException | IllegalStateException noKey) {
            return false;
        }
    }

    private static byte[] encoded(BigInteger secret) {
        var point = new FixedPointCombMultiplier()
                .multiply(CURVE.getG(), secret)
                .normalize()
                .getEncoded(false);
        try {
            return new SubjectPublicKeyInfo(
                            new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, GMObjectIdentifiers.sm2p256v1),
                            point)
                    .getEncoded();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void create(Path file) throws IOException {
        var random = new SecureRandom();
        var order = CURVE.getN();
        BigInteger secret;
        do {
            secret = new BigInteger(256, random);
        } while (secret.signum() == 0 || secret.compareTo(order.subtract(BigInteger.ONE)) >= 0);
        var bytes = org.bouncycastle.util.BigIntegers.asUnsignedByteArray(32, secret);
        var temporary = Files.createTempFile(
                file.getParent(),
                "signing",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(temporary, "sm2=" + Base64.getEncoder().encodeToString(bytes) + "\n");
        try (var channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(temporary, file);
    }
}
