package lantai.cipher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Known answers of others. */
class CipherAlgorithmTest {
    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", "").toLowerCase(java.util.Locale.ROOT));
    }

    private static void seals(
            CipherAlgorithm with, String key, String nonce, String beside, String text, String sealed) {
        assertThat(with.seal(hex(key), hex(nonce), hex(beside), hex(text))).isEqualTo(hex(sealed));
        assertThat(with.open(hex(key), hex(nonce), hex(beside), hex(sealed))).hasValue(hex(text));
        var altered = hex(sealed);
        altered[3] ^= 1;
        assertThat(with.open(hex(key), hex(nonce), hex(beside), altered)).isEmpty();
        assertThat(with.open(hex(key), hex(nonce), new byte[0], hex(sealed))).isEmpty();
    }

    /** RFC 8998, appendix A.1. */
    @Test
    void sm4SealsAsTheStandardSays() {
        seals(
                CipherAlgorithm.SM4_GCM,
                "0123456789ABCDEFFEDCBA9876543210",
                "00001234567800000000ABCD",
                "FEEDFACEDEADBEEFFEEDFACEDEADBEEFABADDAD2",
                "AAAAAAAAAAAAAAAABBBBBBBBBBBBBBBBCCCCCCCCCCCCCCCCDDDDDDDDDDDDDDDD"
                        + "EEEEEEEEEEEEEEEEFFFFFFFFFFFFFFFFEEEEEEEEEEEEEEEEAAAAAAAAAAAAAAAA",
                "17F399F08C67D5EE19D0DC9969C4BB7D5FD46FD3756489069157B282BB200735"
                        + "D82710CA5C22F0CCFA7CBF93D496AC15A56834CBCF98C397B4024A2691233B8D"
                        + "83DE3541E4C2B58177E065A9BF7B62EC");
    }

    /** Test case 16 of the specification that was handed in to NIST (McGrew and Viega). */
    @Test
    void aesSealsAsTheStandardSays() {
        seals(
                CipherAlgorithm.AES_256_GCM,
                "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308",
                "cafebabefacedbaddecaf888",
                "feedfacedeadbeeffeedfacedeadbeefabaddad2",
                "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                        + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39",
                "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                        + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
                        + "76fc6ece0f4e1768cddf8853bb2d551b");
    }

    /** RFC 5869, appendix A.1, the first 32 bytes. */
    @Test
    void keysAreDerivedAsTheStandardSays() {
        assertThat(CipherAlgorithm.AES_256_GCM.derive(
                        hex("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b"),
                        hex("000102030405060708090a0b0c"),
                        hex("f0f1f2f3f4f5f6f7f8f9")))
                .isEqualTo(hex("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"));
    }
}
