package lantai.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.util.test.FixedSecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SM2, SM3 and SM4 as this archive uses them, against the values that the standards themselves print. */
class NationalAlgorithmsTest {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    /** GB/T 32918.5, annex A: key, random number and signature of the sample. */
    private static final String SECRET = "3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8";

    private static final String PUBLIC_X = "09F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020";
    private static final String PUBLIC_Y = "CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13";
    private static final String RANDOM = "59276E27D506861A16680F3AD9C02DCCEF3CC1FA3CDBE4CE6D54B80DEAC1BC21";
    private static final String R = "F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3";
    private static final String S = "B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA";
    private static final byte[] MESSAGE = "message digest".getBytes(StandardCharsets.US_ASCII);

    @Test
    void theSignatureOfGbt32918IsMade() throws CryptoException {
        var curve = new ECDomainParameters(GMNamedCurves.getByName("sm2p256v1"));
        var signer = new SM2Signer();
        var random = new FixedSecureRandom(HEX.parseHex(RANDOM));
        signer.init(
                true, new ParametersWithRandom(new ECPrivateKeyParameters(new BigInteger(SECRET, 16), curve), random));
        signer.update(MESSAGE, 0, MESSAGE.length);
        var signature = ASN1Sequence.getInstance(signer.generateSignature());
        assertThat(number(signature, 0)).isEqualTo(new BigInteger(R, 16));
        assertThat(number(signature, 1)).isEqualTo(new BigInteger(S, 16));
    }

    /** By the archive's own check of signatures, which a stranger's signature goes through as well. */
    @Test
    void theSignatureOfGbt32918IsFoundRightAndAnAlteredOneWrong() throws IOException {
        var key = new SubjectPublicKeyInfo(
                        new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, GMObjectIdentifiers.sm2p256v1),
                        HEX.parseHex("04" + PUBLIC_X + PUBLIC_Y))
                .getEncoded();
        assertThat(SigningKey.isSignature(key, MESSAGE, der(R, S))).isTrue();
        assertThat(SigningKey.isSignature(key, MESSAGE, der(R, S.replace("AA29", "AA28"))))
                .isFalse();
        assertThat(SigningKey.isSignature(key, "message digesT".getBytes(StandardCharsets.US_ASCII), der(R, S)))
                .isFalse();
    }

    /** GB/T 32905-2016, annex A. */
    @ParameterizedTest
    @CsvSource({
        "abc, 1, 66C7F0F462EEEDD9D1F2D46BDC10E4E24167C4875CF2F7A2297DA02B8F4BA8E0",
        "abcd, 16, DEBE9FF92275B8A138604889C18E5A4D6FDB70E5387E5765293DCBA39C0C5732"
    })
    void theDigestsOfGbt32905(String text, int times, String digest) {
        var bytes = text.repeat(times).getBytes(StandardCharsets.US_ASCII);
        var sm3 = new SM3Digest();
        sm3.update(bytes, 0, bytes.length);
        var result = new byte[sm3.getDigestSize()];
        sm3.doFinal(result, 0);
        assertThat(HEX.formatHex(result)).isEqualTo(digest);
    }

    /** GB/T 32907-2016, annex A: one round, and a million. */
    @ParameterizedTest
    @CsvSource({"1, 681EDF34D206965E86B3E94F536E4246", "1000000, 595298C7C6FD271F0402F804C33D3F66"})
    void theBlocksOfGbt32907(int rounds, String expected) {
        var block = HEX.parseHex("0123456789ABCDEFFEDCBA9876543210");
        var cipher = new SM4Engine();
        cipher.init(true, new KeyParameter(block.clone()));
        for (var round = 0; round < rounds; round++) {
            cipher.processBlock(block, 0, block, 0);
        }
        assertThat(HEX.formatHex(block)).isEqualTo(expected);
        cipher.init(false, new KeyParameter(HEX.parseHex("0123456789ABCDEFFEDCBA9876543210")));
        for (var round = 0; round < rounds; round++) {
            cipher.processBlock(block, 0, block, 0);
        }
        assertThat(HEX.formatHex(block)).isEqualTo("0123456789ABCDEFFEDCBA9876543210");
    }

    /** RFC 8998, appendix A.1, the mode that {@link KeyRing} encrypts with. */
    @Test
    void theCipherTextOfRfc8998() throws InvalidCipherTextException {
        var plain = HEX.parseHex("AAAAAAAAAAAAAAAABBBBBBBBBBBBBBBBCCCCCCCCCCCCCCCCDDDDDDDDDDDDDDDD"
                + "EEEEEEEEEEEEEEEEFFFFFFFFFFFFFFFFEEEEEEEEEEEEEEEEAAAAAAAAAAAAAAAA");
        var cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(
                true,
                new AEADParameters(
                        new KeyParameter(HEX.parseHex("0123456789ABCDEFFEDCBA9876543210")),
                        128,
                        HEX.parseHex("00001234567800000000ABCD"),
                        HEX.parseHex("FEEDFACEDEADBEEFFEEDFACEDEADBEEFABADDAD2")));
        var output = new byte[cipher.getOutputSize(plain.length)];
        cipher.doFinal(output, cipher.processBytes(plain, 0, plain.length, output, 0));
        assertThat(HEX.formatHex(output))
                .isEqualTo("17F399F08C67D5EE19D0DC9969C4BB7D5FD46FD3756489069157B282BB200735"
                        + "D82710CA5C22F0CCFA7CBF93D496AC15A56834CBCF98C397B4024A2691233B8D"
                        + "83DE3541E4C2B58177E065A9BF7B62EC");
    }

    private static BigInteger number(ASN1Sequence signature, int place) {
        return ASN1Integer.getInstance(signature.getObjectAt(place)).getValue();
    }

    private static byte[] der(String r, String s) throws IOException {
        return new org.bouncycastle.asn1.DERSequence(new org.bouncycastle.asn1.ASN1Encodable[] {
                    new ASN1Integer(new BigInteger(r, 16)), new ASN1Integer(new BigInteger(s, 16))
                })
                .getEncoded();
    }
}
