package lantai.ingest.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import lantai.check.SignatureFact;
import lantai.ingest.reader.FileKind;
import lantai.ingest.reader.PageRequest;
import lantai.ingest.reader.ReaderSettings;
import lantai.ingest.reader.Readers;
import lantai.ingest.reader.Reading;
import lantai.ingest.reader.ReadingState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The public OFD samples that lie beside the project: text, pictures of the pages, attachments, and what is said of their seals. */
class OfdCorpusTest {
    @TempDir
    private static Path folder;

    private static Path suite;
    private static Readers readers;

    @BeforeAll
    static void start() {
        var named = System.getProperty("lantai.shared", System.getenv("LANTAI_SHARED"));
        var found = Stream.of(named, "../shared", "../../shared")
                .filter(place -> place != null)
                .map(place -> Path.of(place).resolve("corpus/interop/ofd"))
                .filter(Files::isDirectory)
                .findFirst();
        assumeTrue(found.isPresent(), "the suites are not beside the project");
        suite = found.orElseThrow();
        readers = new Readers(
                ReaderSettings.ofThisMachine(System.getProperty("java.class.path"), folder.resolve("temporary")));
    }

    @AfterAll
    static void stop() {
        if (readers != null) {
            readers.close();
        }
    }

    // SESV4SignDoc bears a seal that holds, of a certificate that had ended four years before it was used.
    @ParameterizedTest
    @CsvSource({
        "archive-test-ofda.ofd, 1, Hello OFD-A, '', ''",
        "converter-999.ofd, 5, 重庆增值税电子普通发票, original_invoice, INTACT",
        "converter-helloworld.ofd, 1, 你好呀, '', ''",
        "converter-testPathClip.ofd, 1, 采 矿 许 可 证, '', INTACT INTACT",
        "converter-文字横向-数科.ofd, 1, 一二三四, '', ''",
        "converter-透明度文字.ofd, 1, 你好呀, '', ''",
        "crypto-hello.ofd, 2, 拿来主义, '', ''",
        "layout-1-1.ofd, 3, 生成文档位置, '', ''",
        "layout-AddAttachment.ofd, 1, 这是一个带有附件的, Gao, ''",
        "reader-SESV4SignDoc.ofd, 1, 你好呀, '', OUT_OF_TERM",
        "reader-chineseDir.ofd, 1, 你好呀, '', ''",
        "reader-path_unstd.ofd, 2, 立案决定书, '', ''",
        "sign-DigitalSign.ofd, 1, 你好呀, '', UNVERIFIABLE",
        "sign-doc1File.ofd, 11, 凤求凰, '', ''",
        "sign-namespace_no_std.ofd, 1, 你好呀, '', ''"
    })
    void isReadDrawnAndJudged(String name, int pages, String words, String attachment, String seals)
            throws IOException {
        var file = suite.resolve(name);
        var out = folder.resolve("out-" + name);
        var reading = readers.read(file, name, out);
        assertThat(reading.state()).as(reading.reason()).isEqualTo(ReadingState.READ);
        assertThat(reading.pages()).hasSize(pages);
        assertThat(Files.readString(out.resolve(Reading.TEXT))).contains(words);
        assertThat(String.join(" ", reading.entries())).isEqualTo(attachment);
        assertThat(signatures(file, name)).isEqualTo(seals);
        assertThat(inkOfTheFirstPage(file)).as("dark pixels").isPositive();
    }

    private static String signatures(Path file, String name) {
        var found =
                ReaderContents.content(readers.examine(file, name)).signatures().orElse(List.of());
        return String.join(
                " ", found.stream().map(SignatureFact::state).map(Enum::name).toList());
    }

    private static long inkOfTheFirstPage(Path file) throws IOException {
        var picture = folder.resolve("page.jpg");
        var drawn = readers.pageImage(new PageRequest(file, FileKind.OFD, 1), 0, picture, folder.resolve("small.jpg"));
        assertThat(drawn.state()).as(drawn.reason()).isEqualTo(ReadingState.READ);
        BufferedImage image = ImageIO.read(picture.toFile());
        return Stream.iterate(0, y -> y < image.getHeight(), y -> y + 1)
                .flatMap(y ->
                        Stream.iterate(0, x -> x < image.getWidth(), x -> x + 1).map(x -> image.getRGB(x, y) & 0xFF))
                .filter(blue -> blue < 100)
                .count();
    }
}
