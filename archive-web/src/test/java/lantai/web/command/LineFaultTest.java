package lantai.web.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A command line that is not written right is told in both languages, with the way to its usage. */
class LineFaultTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ocr a.png | 缺少 --out DIR。 / Missing: --out DIR. | ./lantai ocr --help",
                "ocr --out x | 缺少 FILE。 / Missing: FILE. | ./lantai ocr --help",
                "ingest --quickly a | 不认识“--quickly”。 / \"--quickly\" is not known. | ./lantai ingest --help",
                "run --port abc | “--port N”后面要写整数，不能是“abc”。 / \"--port N\" wants a whole number, not \"abc\". | ./lantai run --help",
                "ingest a --server ht^tp | “--server URL”后面不能写“ht^tp”。 / \"--server URL\" does not take \"ht^tp\". | ./lantai ingest --help",
                "nothing | 不认识“nothing”。 / \"nothing\" is not known. | ./lantai --help",
            })
    void itIsToldInBothLanguages(String line, String told, String help) {
        var errors = new ByteArrayOutputStream();
        var console = new Console(new PrintStream(new ByteArrayOutputStream()), new PrintStream(errors));
        assertThat(Main.run(console, Map.of(), line.split(" ", -1))).isEqualTo(2);
        assertThat(errors.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(told, "用法见 " + help + " / See " + help);
    }
}
