package lantai.web;

import java.io.IOException;
import lantai.cipher.CipherAlgorithm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What holds of destruction holds of enciphered records too; that nothing named by a destroyed record is left includes its key. */
class EncryptedDisposalTest extends DisposalTest {
    @BeforeAll
    static void encipher() {
        archive.encipher(CipherAlgorithm.AES_256_GCM);
    }

    @Override
    @Test
    void cutOffAnywhereTheDestructionEndsTheSame() throws IOException {
        super.cutOffAnywhereTheDestructionEndsTheSame();
    }
}
