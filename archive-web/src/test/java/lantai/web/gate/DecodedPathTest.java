package lantai.web.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecodedPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/items/%00",
                "/items/%zz",
                "/items/50%",
                "/items/%4",
                "/items/..%2f..",
                "/items/%2e%2e/..",
                "/..",
                "/items/..;/x",
                "/items/.;x/y",
                "/items/a%0ab",
                "/items/%7f",
                "/items/a%ff",
                "/items/%c0%af",
                "/items/%ed%a0%80"
            })
    void whatCannotBeDecodedOrLeadsOutOfTheRootIsNotSound(String path) {
        assertThat(DecodedPath.isSound(path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/items/%E6%A0%B7%E4%BE%8B",
                "/items/样例",
                "/items/a%23b%2Fc%5Cd",
                "/items/%F0%A0%AE%B7",
                "/items/../search",
                "/items//./x",
                "/items/{id}|1",
                "/items/a;b=c",
                "/items/...",
                "/items/+"
            })
    void everythingElseIsLeftToTheApplication(String path) {
        assertThat(DecodedPath.isSound(path)).isTrue();
    }
}
