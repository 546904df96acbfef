package lantai.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AddressTest {
    @Test
    void whatMayNotStandInAnAddressIsEncoded() {
        assertThat(Address.legal("/search?q=a|b{c}[d]\"<>^`\\ #"))
                .isEqualTo("/search?q=a%7Cb%7Bc%7D%5Bd%5D%22%3C%3E%5E%60%5C%20%23");
        assertThat(Address.legal("/search?q=养老")).isEqualTo("/search?q=%E5%85%BB%E8%80%81");
    }

    @Test
    void whatIsWrittenRightStaysAsItIs() {
        var right = "/search?q=%E5%85%BB&page=2&sort=a+b;c,d~e'(f)*!$:@/?";
        assertThat(Address.legal(right)).isEqualTo(right);
        assertThat(Address.legal("/a%2Fb%zz%")).isEqualTo("/a%2Fb%25zz%25");
    }

    @Test
    void anythingAtAllBecomesAnAddress() {
        var seed = Long.getLong("seed", System.nanoTime());
        var random = new Random(seed);
        for (var round = 0; round < 2000; round++) {
            var written = "/a"
                    + random.ints(20, 1, 0x300).mapToObj(Character::toString).reduce("", String::concat);
            assertThat(Address.of(written).getPath()).as("-Dseed=" + seed).startsWith("/");
        }
    }
}
