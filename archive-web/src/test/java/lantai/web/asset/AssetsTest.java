package lantai.web.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AssetsTest {
    private final Assets assets = new Assets();

    @Test
    void anAddressHoldsTheHashOfTheContent() {
        assertThat(assets.url("lantai.css")).matches("/assets/[0-9a-f]{10}/lantai\\.css");
    }

    @Test
    void librariesComeFromTheirWebJar() {
        assertThat(assets.url("webjars/htmx.org/dist/htmx.min.js")).endsWith("/webjars/htmx.org/dist/htmx.min.js");
        assertThat(assets.url("webjars/openseadragon/build/openseadragon/openseadragon.min.js"))
                .isNotEmpty();
    }

    @Test
    void aModuleImportsOthersUnderTheAddressesThatPagesUse() {
        var module = new String(assets.find("inbox.js").orElseThrow().content(), StandardCharsets.UTF_8);
        assertThat(module).contains("from \"" + assets.url("lantai.js") + '"').doesNotContain("\"./");
    }

    @Test
    void aMissingFileIsOurMistake() {
        assertThatThrownBy(() -> assets.url("no-such.css")).hasMessageContaining("no-such.css");
    }

    @Test
    void nothingElseOfTheClassPathIsServed() {
        assertThat(assets.find("../frame/text_zh.properties")).isEmpty();
        assertThat(assets.find("..%2fframe/text_zh.properties")).isEmpty();
        assertThat(assets.find("webjars/../../x.js")).isEmpty();
        assertThat(assets.find(".hidden.css")).isEmpty();
        assertThat(assets.find("lantai.class")).isEmpty();
    }
}
