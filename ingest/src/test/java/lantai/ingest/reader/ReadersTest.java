package lantai.ingest.reader;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import lantai.ocr.Alto;
import lantai.ocr.PageText;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadersTest {
    private static final String SENTENCE = "云岭市医疗保障局关于做好医疗保障档案管理工作的通知，各县区医疗保障局：现将有关事项通知如下。样例。\n";

    @TempDir
    private static Path shared;

    private static Readers readers;

    @TempDir
    private Path folder;

    private SampleFiles files;
    private Path out;

    @BeforeAll
    static void startReaders() {
        readers = new Readers(
                ReaderSettings.ofThisMachine(System.getProperty("java.class.path"), shared.resolve("temporary")));
    }

    @AfterAll
    static void stopReaders() {
        readers.close();
    }

    @BeforeEach
    void prepare() {
        files = new SampleFiles(folder);
        out = folder.resolve("out");
    }

    private Reading read(Path file) {
        return readers.read(file, file.getFileName().toString(), out);
    }

    private ReadingState state(Path file) {
        return read(file).state();
    }

    private String written(String name) throws IOException {
        return Files.readString(out.resolve(name));
    }

    @Test
    void theTextOfAPdfIsKeptWithItsPlaces() throws IOException {
        var reading = read(files.pdf("notice.pdf", "Lantai sample 2026"));

        assertThat(reading.state()).isEqualTo(ReadingState.READ);
        assertThat(reading.format().mime()).isEqualTo("application/pdf");
        assertThat(reading.format().puid()).isEqualTo("fmt/18");
        assertThat(reading.pages()).containsExactly(new PageFact(1, PageFact.TextSource.BORN_DIGITAL, 1190, 1684, 144));
        assertThat(written(Reading.TEXT).strip()).isEqualTo("Lantai sample 2026");
        PageText page;
        try (var in = Files.newInputStream(out.resolve(Reading.altoName(1)))) {
            page = Alto.read(in);
        }
        assertThat(page.text()).isEqualTo("Lantai sample 2026");
        assertThat(page.engine()).isEqualTo(PageText.BORN_DIGITAL);
        var box = page.lines().getFirst().box();
        assertThat(box.left()).isBetween(142.0, 148.0);
        assertThat(box.bottom()).isBetween(284.0, 296.0);
    }

    @Test
    void soundTellsHowItWasSampled() throws IOException {
        var file = folder.resolve("call.wav");
        var samples = new byte[16_000];
        AudioSystem.write(
                new AudioInputStream(
                        new ByteArrayInputStream(samples), new AudioFormat(8000, Short.SIZE, 1, true, false), 8000),
                AudioFileFormat.Type.WAVE,
                file.toFile());
        assertThat(read(file).facts())
                .containsEntry(Fact.DURATION, "1000")
                .containsEntry(Fact.SAMPLING, "8000 Hz，16 位，1 声道")
                .containsEntry(Fact.CODEC, "PCM");
    }

    @Test
    void aFilmTellsItsCodecs() throws IOException {
        var description = box("stsd", concat(new byte[8], box("avc1", new byte[8])));
        var track = box("trak", box("mdia", box("minf", box("stbl", description))));
        var file = Files.write(
                folder.resolve("film.mp4"),
                concat(box("ftyp", "isom\0\0\0\0isommp41".getBytes(UTF_8)), box("moov", track)));
        assertThat(read(file).facts()).containsEntry(Fact.CODEC, "H.264");
    }

    private static byte[] box(String name, byte[] content) {
        return ByteBuffer.allocate(8 + content.length)
                .putInt(8 + content.length)
                .put(name.getBytes(UTF_8))
                .put(content)
                .array();
    }

    private static byte[] concat(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length)
                .put(one)
                .put(other)
                .array();
    }

    @Test
    void aPageWithoutAnythingIsBlankAndTheFileHasNoText() {
        var reading = read(files.pdf("blank.pdf", ""));

        assertThat(reading.state()).isEqualTo(ReadingState.NO_TEXT);
        assertThat(reading.pages().getFirst().source()).isEqualTo(PageFact.TextSource.BLANK);
    }

    @Test
    void aPictureNeedsOcr() throws IOException {
        var reading = read(files.picture("page.png", "png", "2026", 600, 800));

        assertThat(reading.state()).isEqualTo(ReadingState.NEEDS_OCR);
        assertThat(reading.kind()).isEqualTo(FileKind.IMAGE);
        assertThat(reading.pages()).containsExactly(new PageFact(1, PageFact.TextSource.OCR, 600, 800, 0));
    }

    @Test
    void aWrongExtensionDoesNotDeceive() throws IOException {
        var reading = read(files.picture("contract.pdf", "jpg", "2026", 300, 200));

        assertThat(reading.format().mime()).isEqualTo("image/jpeg");
        assertThat(reading.state()).isEqualTo(ReadingState.NEEDS_OCR);
    }

    @Test
    void chineseTextIsFoundInEachCharacterSetUnderAnyExtension() throws IOException {
        for (var set : new String[] {"UTF-8", "GB2312", "GB18030", "UTF-16LE", "UTF-16BE"}) {
            var reading = read(files.bytes("notice.x7", SENTENCE.repeat(3).getBytes(Charset.forName(set))));

            assertThat(reading.state()).as(set).isEqualTo(ReadingState.READ);
            assertThat(written(Reading.TEXT)).as(set).isEqualTo(SENTENCE.repeat(3));
        }
        var traditional = "關於做好醫療保障檔案管理工作的通知，各縣區醫療保障局，現將有關事項通知如下。\n".repeat(3);
        var reading = read(files.bytes("notice.x8", traditional.getBytes(Charset.forName("Big5"))));
        assertThat(reading.facts().get(Fact.CHARSET)).startsWith("Big5");
        assertThat(written(Reading.TEXT)).isEqualTo(traditional);
    }

    @Test
    void markedUtf16IsReadWithoutItsMark() throws IOException {
        read(files.bytes("marked.txt", ("\uFEFF" + SENTENCE).getBytes(UTF_16LE)));

        assertThat(written(Reading.TEXT)).isEqualTo(SENTENCE);
    }

    @Test
    void aWordFileBecomesSafeStructuredText() throws IOException {
        var reading = read(files.word("notice.docx", """
                <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
                <w:p><w:r><w:t>样例 &lt;script&gt; 通知</w:t></w:r></w:p>
                <w:tbl><w:tr><w:tc><w:p><w:r><w:t>姓名</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
                </w:body></w:document>"""));

        assertThat(reading.state()).isEqualTo(ReadingState.READ);
        assertThat(reading.format().puid()).isEqualTo("fmt/412");
        assertThat(written(Reading.HTML).replaceAll("\\s+", ""))
                .isEqualTo("<p>样例&lt;script&gt;通知</p><table><tbody><tr><td><p>姓名</p></td></tr></tbody></table>");
    }

    @Test
    void scriptsOfAWebPageAreLeftOut() throws IOException {
        read(files.text(
                "page.html",
                "<html><head><title>t</title></head><body><h1 onclick='x()'>样例</h1><script>alert(1)</script>"
                        + "<p>甲<a href='javascript:x()'>乙</a></p></body></html>"));

        assertThat(written(Reading.HTML).replaceAll("\\s+", "")).isEqualTo("<h1>样例</h1><p>甲乙</p>");
    }

    @Test
    void mailAndPlainTextHaveTheirPronomIdsWhenTheirContentIsWhatTheNameSays() {
        var mail = read(
                files.text("mail.eml", "From: a@example.org\r\nTo: b@example.org\r\nSubject: Sample\r\n\r\n样例\r\n"));
        assertThat(mail.format()).isEqualTo(new Format("message/rfc822", "fmt/278", "Internet Message Format"));
        var text = read(files.text("note.txt", "样例：关于核对名单的说明\n"));
        assertThat(text.format()).isEqualTo(new Format("text/plain", "x-fmt/111", "Plain Text File"));
        var noMail = read(files.bytes("noise.eml", new byte[] {0, 1, 2, (byte) 0xFE, 3, 4, 5, 0, 7}));
        assertThat(noMail.format().puid()).isEmpty();
        var noText = read(files.bytes("noise.txt", new byte[] {0, 1, 2, (byte) 0xFE, 3, 4, 5, 0, 7}));
        assertThat(noText.format().puid()).isEmpty();
    }

    @Test
    void aMailWhoseTextIsTooLongIsNamedSoAndNeverCut() {
        var mail = "From: a@example.org\r\nSubject: Sample\r\n\r\n" + "sample line of text\r\n".repeat(850_000);
        assertThat(state(files.text("long.eml", mail))).isEqualTo(ReadingState.TOO_LARGE);
    }

    @Test
    void aMailShowsItsHeadersAndNamesItsAttachments() throws IOException {
        var reading = read(files.text("mail.eml", """
                From: =?UTF-8?B?5qC35L6L?= <a@example.org>
                To: b@example.org
                Subject: Sample 2026
                Date: Sat, 21 Nov 2026 10:00:00 +0800
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=x

                --x
                Content-Type: text/plain; charset=UTF-8
                Content-Transfer-Encoding: 8bit

                样例正文
                --x
                Content-Type: application/pdf; name="list.pdf"
                Content-Disposition: attachment; filename="list.pdf"

                none
                --x--
                """.replace("\n", "\r\n")));

        assertThat(reading.state()).isEqualTo(ReadingState.READ);
        assertThat(reading.facts())
                .containsEntry(Fact.TITLE, "Sample 2026")
                .containsEntry(Fact.AUTHOR, "样例 <a@example.org>")
                .containsEntry(Fact.CREATED, "2026-11-21T10:00+08:00");
        assertThat(reading.entries()).containsExactly("list.pdf");
        assertThat(written(Reading.TEXT)).contains("样例正文");
        assertThat(written(Reading.HTML))
                .contains("<td>样例 &lt;a@example.org&gt;</td>")
                .contains("<td>2026-11-21 10:00</td>")
                .contains("<tr><td>list.pdf</td><td>application/pdf</td><td>4 B</td></tr>")
                .contains("留在邮件原件里");
    }

    @Test
    void badFilesEndInTheirOwnNames() throws IOException {
        assertThat(state(files.bytes("nothing.pdf", new byte[0]))).isEqualTo(ReadingState.EMPTY);
        assertThat(state(files.bytes("noise.bin", new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 0, 0, 0, 9})))
                .isEqualTo(ReadingState.UNSUPPORTED);
        assertThat(state(files.text("half.pdf", "%PDF-1.7\n1 0 obj <</Type/Catalog>>")))
                .isEqualTo(ReadingState.DAMAGED);
        assertThat(state(files.zip("evil.zip", Map.of("../../etc/x", "1")))).isEqualTo(ReadingState.UNSAFE_NAME);
        assertThat(state(files.zip("plain.zip", Map.of("a/b.txt", "1")))).isEqualTo(ReadingState.UNSUPPORTED);
        assertThat(state(files.bomb("bomb.zip"))).isEqualTo(ReadingState.BOMB);
        assertThat(state(files.word("entity.docx", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>")))
                .isEqualTo(ReadingState.DAMAGED);
        assertThat(Files.exists(out.resolve("page-0001.alto.xml"))).isFalse();
    }

    @Test
    void aTruncatedPictureIsDamaged() throws IOException {
        var whole = Files.readAllBytes(files.picture("whole.png", "png", "2026", 900, 900));

        assertThat(state(files.bytes("half.png", Arrays.copyOf(whole, whole.length / 2))))
                .isEqualTo(ReadingState.DAMAGED);
    }

    @Test
    void aTiffThatPointsToItselfHasOnePage() {
        var reading = read(files.circularTiff("circle.tif"));

        assertThat(reading.state()).isEqualTo(ReadingState.NEEDS_OCR);
        assertThat(reading.pages()).hasSize(1);
    }

    @Test
    void anOfdFileIsReadAndDrawn() throws IOException {
        var file = files.zip(
                "sample.ofd",
                Map.of(
                        "OFD.xml",
                        "<ofd:OFD xmlns:ofd='http://www.ofdspec.org/2016'><ofd:DocBody><ofd:DocInfo><ofd:Title>样例</ofd:Title>"
                                + "</ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
                        "Doc_0/Document.xml",
                        "<Document><CommonData><PageArea><PhysicalBox>0 0 100 50</PhysicalBox></PageArea></CommonData>"
                                + "<Pages><Page ID='1' BaseLoc='Pages/p.xml'/></Pages></Document>",
                        "Doc_0/Pages/p.xml",
                        "<Page><Content><Layer><PathObject Boundary='0 0 100 50' Fill='true' Stroke='false'>"
                                + "<FillColor Value='255 0 0'/><AbbreviatedData>M 0 40 L 100 40 L 100 50 L 0 50 C</AbbreviatedData>"
                                + "</PathObject><TextObject Boundary='10 10 50 10' Font='1' Size='5'>"
                                + "<TextCode X='0' Y='5' DeltaX='g 3 5'>医保档案</TextCode></TextObject></Layer></Content></Page>"));

        var reading = read(file);

        assertThat(reading.kind()).isEqualTo(FileKind.OFD);
        assertThat(reading.state()).isEqualTo(ReadingState.READ);
        assertThat(reading.facts()).containsEntry(Fact.TITLE, "样例");
        assertThat(written(Reading.TEXT).strip()).isEqualTo("医保档案");
        var picture = folder.resolve("page.jpg");
        var image = readers.pageImage(new PageRequest(file, FileKind.OFD, 1), 0, picture, folder.resolve("small.jpg"));
        assertThat(image.state()).isEqualTo(ReadingState.READ);
        var drawn = javax.imageio.ImageIO.read(picture.toFile());
        var red = new java.awt.Color(drawn.getRGB(drawn.getWidth() / 2, (int) (drawn.getHeight() * 0.9)));
        assertThat(red.getRed()).isGreaterThan(230);
        assertThat(red.getGreen()).isLessThan(40);
    }

    @Test
    void aPagePictureIsBoundedTurnedAndHasAThumbnail() throws IOException {
        var page = new PageRequest(files.picture("large.png", "png", "2026", 5000, 2500), FileKind.IMAGE, 1);
        var picture = folder.resolve("page.jpg");
        var thumbnail = folder.resolve("thumbnail.jpg");

        var image = readers.pageImage(page, 90, picture, thumbnail);

        assertThat(image).isEqualTo(new PageImage(ReadingState.READ, "", 1750, 3500, 2500, 5000, 0));
        assertThat(javax.imageio.ImageIO.read(thumbnail.toFile()).getHeight()).isEqualTo(320);
    }

    @Test
    void aPageThatIsNotThereIsNamed() throws IOException {
        var page = new PageRequest(files.picture("one.png", "png", "2026", 50, 50), FileKind.IMAGE, 2);

        var image = readers.pageImage(page, 0, folder.resolve("page.jpg"), folder.resolve("thumbnail.jpg"));

        assertThat(image.state()).isEqualTo(ReadingState.DAMAGED);
        assertThat(folder.resolve("page.jpg")).doesNotExist();
    }

    @Test
    void aReaderKilledFromOutsideIsReplaced() throws Exception {
        var file = files.pdf("notice.pdf", "Lantai");
        assertThat(state(file)).isEqualTo(ReadingState.READ);
        for (var pid : readers.processes()) {
            var reader = ProcessHandle.of(pid).orElseThrow();
            reader.destroyForcibly();
            reader.onExit().get(20, TimeUnit.SECONDS);
        }

        assertThat(state(file)).isEqualTo(ReadingState.READ);
    }
}
