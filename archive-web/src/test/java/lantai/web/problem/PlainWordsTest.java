package lantai.web.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lantai.ingest.propose.KindForm;
import lantai.ingest.propose.KindRules;
import lantai.problem.Malformed;
import lantai.retention.RetentionSchedule;
import lantai.web.text.Language;
import lantai.web.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a Chinese reader is told has no English word and no code in it, beyond what he typed himself. */
class PlainWordsTest {
    private static final Pattern LATIN = Pattern.compile("[A-Za-z_]{2,}");
    private static final Text TEXT = Text.in(Language.CHINESE);
    private static final Path MIGRATIONS = Path.of("../archive-core/src/main/resources/lantai/database/migration");
    private static final Pattern TABLE = Pattern.compile("create table (?:if not exists )?([a-z_]+)");

    @ParameterizedTest
    @ValueSource(strings = {"类,1,三十年,,令,有", "甲,1,Y,,令,S", "类,1,Y,,乙,S", "类,1,Y,,令,有", "类,1,E5,,令,S", "类,1,D5,报废,令,S"})
    void aWrongRowOfTheScheduleIsToldInChinese(String row) {
        var cells = row.split(",", -1);
        var json = """
                {"title":"表","groups":{"类":"管理类"},"bases":{"令":"规定"},"rows":[{"group":"%s","number":"%s",
                 "material":"材料","term":"%s","event":"%s","basis":"%s","evidence":"%s"}]}
                """.formatted((Object[]) cells);
        var failure = catchThrowableOfType(Malformed.class, () -> RetentionSchedule.parse(json));
        assertThat(ProblemText.of(TEXT, failure))
                .contains("应为")
                .doesNotContain("{")
                .doesNotContainPattern(LATIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"code\":\"登记表\"",
                "\"code\":\"a\",\"category\":\"甲\"",
                "\"code\":\"a\",\"retention\":\"三十年\"",
                "\"code\":\"a\",\"title\":{\"词\":99}",
                "\"code\":\"a\",\"title\":{\" \":1}",
                "\"code\":\"a\",\"formats\":[7]"
            })
    void aWrongKindIsToldInChinese(String wrong) {
        var usual = "\"name\":\"表\",\"category\":\"WS\",\"retention\":\"Y\",\"evidence\":\"S\",";
        for (var part : wrong.split(",(?=\")", -1)) {
            usual = usual.replaceAll(part.split(":", -1)[0] + ":[^,]+,", "");
        }
        var json = "{\"version\":\"1\",\"kinds\":[{" + usual + wrong + "}]}";
        var failure = catchThrowableOfType(
                Malformed.class,
                () -> KindRules.parse(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))));
        var fault = KindForm.fault(failure);
        assertThat(ProblemText.of(TEXT, fault.problem(), fault.values()))
                .contains("应为")
                .doesNotContain("{")
                .doesNotContainPattern(LATIN);
    }

    @Test
    void everyTableOfACertificateHasItsName() throws IOException {
        try (var files = Files.list(MIGRATIONS)) {
            var tables = files.flatMap(PlainWordsTest::tables).distinct().toList();
            assertThat(tables).hasSizeGreaterThan(50);
            assertThat(tables)
                    .filteredOn(table -> !TEXT.has("appraisal.table." + table))
                    .as("paste into lantai/web/appraisal")
                    .isEmpty();
            assertThat(tables)
                    .allSatisfy(table ->
                            assertThat(TEXT.say("appraisal.table." + table)).doesNotContainPattern(LATIN));
        }
    }

    private static Stream<String> tables(Path migration) {
        try {
            var text = Files.readString(migration).toLowerCase(java.util.Locale.ROOT);
            return List.copyOf(
                    TABLE.matcher(text).results().map(found -> found.group(1)).toList())
                    .stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
