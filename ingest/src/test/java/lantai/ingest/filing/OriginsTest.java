package lantai.ingest.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lantai.classification.Category;
import lantai.ingest.filing.Origins.Source;
import lantai.ingest.reader.Fact;
import lantai.ocr.PageText;
import lantai.record.Origin;
import org.junit.jupiter.api.Test;

/** How a record came to be, by what the readers know of its files. */
class OriginsTest {
    private static final String PDF = "application/pdf";

    private static Source file(String mime, String... engines) {
        return new Source(
                mime,
                Map.of(),
                Stream.of(engines)
                        .map(engine -> engine.isEmpty()
                                ? Optional.<PageText>empty()
                                : Optional.of(new PageText(100, 100, 300, 0, List.of(), engine, "")))
                        .toList());
    }

    private static Origin of(Source... files) {
        return Origins.of(Category.WS, List.of(files));
    }

    @Test
    void pagesThatCarryTextAreBornDigitalAndPagesReadByOcrAreOfPaper() {
        assertThat(of(file(PDF, PageText.BORN_DIGITAL, PageText.BORN_DIGITAL))).isEqualTo(Origin.BORN_DIGITAL);
        assertThat(of(file(PDF, "pp-ocr", PageText.BORN_DIGITAL))).isEqualTo(Origin.BORN_DIGITAL);
        assertThat(of(file(PDF, "pp-ocr", ""))).isEqualTo(Origin.DIGITISED);
        assertThat(of(file("image/tiff", "pp-ocr"))).isEqualTo(Origin.DIGITISED);
        assertThat(of(file("image/jpeg", ""))).isEqualTo(Origin.DIGITISED);
    }

    @Test
    void whatHasNoPagesIsBornDigital() {
        assertThat(of(file("message/rfc822"))).isEqualTo(Origin.BORN_DIGITAL);
        assertThat(of(file("text/csv"))).isEqualTo(Origin.BORN_DIGITAL);
    }

    @Test
    void aPhotographIsBornDigitalOnlyAmongPhotographs() {
        var photograph = new Source("image/jpeg", Map.of(Fact.CAMERA.name(), "样例相机"), List.of(Optional.empty()));
        assertThat(Origins.of(Category.ZP, List.of(photograph))).isEqualTo(Origin.BORN_DIGITAL);
        assertThat(Origins.of(Category.YW, List.of(photograph))).isEqualTo(Origin.DIGITISED);
        assertThat(Origins.of(Category.ZP, List.of(file("image/jpeg", "")))).isEqualTo(Origin.DIGITISED);
    }

    @Test
    void theFirstFileThatTellsItDecidesAndAnEntryAloneIsPhysical() {
        assertThat(of(file("text/html"), file("image/png", "pp-ocr"))).isEqualTo(Origin.BORN_DIGITAL);
        assertThat(of(file(PDF, ""), file("image/png", "pp-ocr"))).isEqualTo(Origin.DIGITISED);
        assertThat(of(file(PDF, "", ""))).isEqualTo(Origin.UNKNOWN);
        assertThat(of()).isEqualTo(Origin.PHYSICAL);
    }

    @Test
    void whatPeopleWriteCorrectsIt() {
        assertThat(Origin.BORN_DIGITAL.described("数字化")).isEqualTo(Origin.DIGITISED);
        assertThat(Origin.DIGITISED.described("")).isEqualTo(Origin.UNKNOWN);
        assertThat(Origin.PHYSICAL.described("")).isEqualTo(Origin.PHYSICAL);
        assertThat(Origin.PHYSICAL.described("原生")).isEqualTo(Origin.BORN_DIGITAL);
    }
}
