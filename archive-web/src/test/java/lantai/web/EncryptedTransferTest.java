package lantai.web;

import lantai.cipher.CipherAlgorithm;
import org.junit.jupiter.api.BeforeAll;

/** What is handed over can be read by those who take it, also when it lay enciphered. */
class EncryptedTransferTest extends TransferTest {
    @BeforeAll
    static void encipher() {
        archive.encipher(CipherAlgorithm.SM4_GCM);
    }
}
