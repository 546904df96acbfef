package lantai.ingest.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import javax.sound.sampled.AudioSystem;
import javax.xml.parsers.DocumentBuilderFactory;
import lantai.classification.Category;
import lantai.ingest.propose.KindRules;
import lantai.ingest.sample.TruthFile.Expected;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.tika.Tika;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleArchiveTest {
    private static final Tika TIKA = new Tika();

    @TempDir
    private static Path place;

    private static Path folder;
    private static Truth truth;

    @BeforeAll
    static void writeTheDemonstration() throws IOException {
        folder = place.resolve("demo");
        truth = SampleArchive.write(folder, SampleSize.DEMO);
    }

    @Test
    void theTruthNamesEachFileAndNothingElse() throws IOException {
        assertThat(filesIn(folder).keySet())
                .containsExactlyInAnyOrderElementsOf(
                        truth.files().stream().map(TruthFile::path).toList());
        assertThat(truth.files()).hasSizeBetween(55, 75);
    }

    @Test
    void theTruthBesideTheFolderIsTheOneGivenBack() throws IOException {
        assertThat(Truth.beside(folder)).isEqualTo(truth);
    }

    @Test
    void theSameCallWritesTheSameBytes(@TempDir Path other) throws IOException {
        SampleArchive.write(other.resolve("small"), SampleSize.SMALL);
        var small = filesIn(other.resolve("small"));
        assertThat(small).hasSizeBetween(10, 20);
        for (var file : small.entrySet()) {
            assertThat(file.getValue()).as(file.getKey()).hasSameBinaryContentAs(folder.resolve(file.getKey()));
        }
    }

    @Test
    void allEightCategoriesAndEighteenKindsOfBusinessAppear() {
        var categories = truth.files().stream().map(TruthFile::category).collect(Collectors.toSet());
        var business = truth.files().stream()
                .filter(file -> file.category() == Category.YW)
                .map(TruthFile::kindName)
                .collect(Collectors.toSet());
        assertThat(categories).containsExactlyInAnyOrder(Category.values());
        assertThat(business).hasSizeGreaterThanOrEqualTo(18);
    }

    @Test
    void eachKindIsOneThatTheRulesKnowUnderTheSameCategory() {
        var rules = KindRules.standard();
        for (var kind : Kind.values()) {
            if (kind != Kind.UNKNOWN) {
                assertThat(rules.kind(kind.code())).as(kind.code()).isPresent();
                assertThat(rules.kind(kind.code()).get().category())
                        .as(kind.code())
                        .isEqualTo(kind.category());
            }
        }
    }

    @Test
    void theContentOfEachFileIsWhatTheTruthSays() throws IOException {
        for (var file : truth.files()) {
            if (!"empty".equals(file.reason())) {
                var ofd = file.mediaType().equals("application/ofd");
                assertThat(TIKA.detect(folder.resolve(file.path())))
                        .as(file.path())
                        .isEqualTo(ofd ? "application/zip" : file.mediaType());
            }
        }
    }

    @Test
    void eachPdfHasItsPagesAndEachPrintedOneItsTitle() throws IOException {
        for (var file : readable("application/pdf")) {
            try (var document = Loader.loadPDF(folder.resolve(file.path()).toFile())) {
                assertThat(document.getNumberOfPages()).as(file.path()).isEqualTo(file.pages());
                var text = new PDFTextStripper().getText(document);
                var scanned = file.path().contains("扫描站");
                assertThat(text.contains(file.title()))
                        .as("\"%s\" has its title as text", file.path())
                        .isNotEqualTo(scanned);
            }
        }
    }

    @Test
    void eachPictureHasItsPages() throws IOException {
        for (var type : List.of("image/png", "image/jpeg", "image/tiff")) {
            for (var file : readable(type)) {
                try (var stream = ImageIO.createImageInputStream(
                        folder.resolve(file.path()).toFile())) {
                    var reader = ImageIO.getImageReaders(stream).next();
                    reader.setInput(stream);
                    assertThat(reader.getNumImages(true)).as(file.path()).isEqualTo(file.pages());
                    reader.dispose();
                }
            }
        }
    }

    @Test
    void officeFilesMailAndTextHoldWhatTheTruthSays() throws Exception {
        for (var type : List.of(
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "message/rfc822")) {
            for (var file : readable(type)) {
                var metadata = new Metadata();
                try (var stream = Files.newInputStream(folder.resolve(file.path()))) {
                    var text = TIKA.parseToString(stream, metadata);
                    assertThat(text).as(file.path()).contains("样例·测试数据");
                }
                assertThat(metadata.get(TikaCoreProperties.TITLE)).isEqualTo(file.title());
            }
        }
        var page = truth.files().stream()
                .filter(file -> file.kind().equals("web-page"))
                .findFirst()
                .orElseThrow();
        assertThat(Files.readString(folder.resolve(page.path()), Charset.forName("GB18030")))
                .startsWith(page.title());
    }

    @Test
    void theOfdIsOnePageOfWellFormedXmlWithItsTitle() throws Exception {
        var file = readable("application/ofd").getFirst();
        try (var zip = new ZipFile(folder.resolve(file.path()).toFile())) {
            var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            for (var entry : zip.stream().toList()) {
                assertThat(builder.parse(zip.getInputStream(entry))).isNotNull();
            }
            var page = builder.parse(zip.getInputStream(zip.getEntry("Doc_0/Pages/Page_0/Content.xml")));
            var codes = page.getElementsByTagName("ofd:TextCode");
            assertThat(codes.getLength()).isGreaterThan(5);
            assertThat(codes.item(0).getTextContent()).isEqualTo(file.title());
        }
    }

    @Test
    void theSoundLastsThreeSecondsAndThePhotographKnowsItsDay() throws Exception {
        var sound = readable("audio/vnd.wave").getFirst();
        try (var stream =
                AudioSystem.getAudioInputStream(folder.resolve(sound.path()).toFile())) {
            assertThat(stream.getFrameLength() / stream.getFormat().getFrameRate())
                    .isEqualTo(3);
        }
        var photo = truth.files().stream()
                .filter(file -> file.kind().equals("photo"))
                .findFirst()
                .orElseThrow();
        var metadata = new Metadata();
        try (var stream = Files.newInputStream(folder.resolve(photo.path()))) {
            TIKA.parseToString(stream, metadata);
        }
        assertThat(metadata.get(TikaCoreProperties.CREATED))
                .startsWith(photo.date().toString());
        assertThat(metadata.get("tiff:Model")).isEqualTo("YL-D100");
    }

    @Test
    void eachRefusedFileHasItsReason() throws IOException {
        var reasons = truth.files().stream()
                .filter(file -> file.expected() == Expected.QUARANTINED)
                .collect(Collectors.toMap(TruthFile::reason, TruthFile::path));
        assertThat(reasons).containsOnlyKeys("encrypted", "damaged", "empty", "infected");
        assertThat(folder.resolve(reasons.get("empty"))).isEmptyFile();
    }

    @Test
    void oneLifeRunsFrom2014To2026WithoutTheYear2019() {
        var years = truth.files().stream()
                .filter(file -> People.LI_XIULAN.idNumber().equals(file.idNumber()))
                .map(file -> file.date().getYear())
                .toList();
        assertThat(years).hasSizeGreaterThanOrEqualTo(12).doesNotContain(2019);
        assertThat(new HashSet<>(years))
                .contains(2014, 2015, 2016, 2017, 2018, 2020, 2021, 2022, 2023, 2024, 2025, 2026);
    }

    @Test
    void twoPersonsShareNameAndBirthdayButNotTheNumber() {
        var namesakes = truth.persons().stream()
                .filter(person -> person.name().equals("李秀兰"))
                .toList();
        assertThat(namesakes).hasSize(2);
        assertThat(namesakes.getFirst().birth()).isEqualTo(namesakes.getLast().birth());
        assertThat(namesakes.getFirst().idNumber())
                .isNotEqualTo(namesakes.getLast().idNumber());
    }

    @Test
    void everythingTheTruthClaimsStandsOnThePaper() {
        for (var file : truth.files()) {
            if (file.expected() == Expected.READ
                    && file.pages() > 0
                    && !file.text().isEmpty()) {
                var text = String.join("\n", file.text()).replace(",", "");
                assertThat(text).as(file.path()).contains("样例·测试数据", "990101", "J057");
                for (var claim : claims(file)) {
                    assertThat(text).as(file.path()).contains(claim);
                }
            }
        }
    }

    @Test
    void smallPdfsAreAllDifferentAndAboutAsLargeAsAsked(@TempDir Path other) throws IOException {
        var letters = SampleArchive.textPdfs(other.resolve("letters"), 12, 50_000);
        var contents = new HashSet<String>();
        for (var file : letters.files()) {
            contents.add(file.title() + file.documentNumber() + file.text());
            assertThat(Files.size(other.resolve("letters").resolve(file.path())))
                    .isBetween(35_000L, 75_000L);
        }
        assertThat(contents).hasSize(12);
    }

    @Test
    void anyNumberOfScansCanBeHad(@TempDir Path other) throws IOException {
        var scans = SampleArchive.pages(other.resolve("scans"), 6);
        assertThat(filesIn(other.resolve("scans"))).hasSize(6);
        assertThat(scans.files()).allMatch(file -> file.pages() == 1 && file.idNumber() != null);
    }

    private static List<String> claims(TruthFile file) {
        var amount = file.amount() == null ? null : file.amount().setScale(2).toPlainString();
        return java.util.stream.Stream.of(
                        file.personName(), file.idNumber(), file.documentNumber(), file.referenceCode(), amount)
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    private static List<TruthFile> readable(String mediaType) {
        var files = truth.files().stream()
                .filter(file ->
                        file.expected() == Expected.READ && file.mediaType().equals(mediaType))
                .toList();
        assertThat(files).as(mediaType).isNotEmpty();
        return files;
    }

    private static Map<String, Path> filesIn(Path root) throws IOException {
        var files = new TreeMap<String, Path>();
        try (var paths = Files.walk(root)) {
            paths.filter(Files::isRegularFile)
                    .forEach(path -> files.put(root.relativize(path).toString().replace('\\', '/'), path));
        }
        return files;
    }
}
