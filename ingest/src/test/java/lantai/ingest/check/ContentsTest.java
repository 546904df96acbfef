package lantai.ingest.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import lantai.check.Content;
import lantai.check.Outcome;
import lantai.check.SignatureFact;
import lantai.ingest.pipeline.ClamdScanner;
import lantai.ingest.reader.ReaderSettings;
import lantai.ingest.reader.Readers;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files opened to their end by real readers: drawn, decoded, their signatures verified; each defect is told. */
class ContentsTest {
    @TempDir
    private static Path folder;

    private static Readers readers;
    private static Signed sm2;

    @BeforeAll
    static void start() throws Exception {
        readers = new Readers(
                ReaderSettings.ofThisMachine(System.getProperty("java.class.path"), folder.resolve("temporary")));
        sm2 = Signed.sm2();
    }

    @AfterAll
    static void stop() {
        readers.close();
    }

    private static Content open(Path file) {
        return ReaderContents.content(readers.examine(file, String.valueOf(file.getFileName())));
    }

    private static SignatureFact signature(Path file) {
        var content = open(file);
        assertThat(content.signatures().orElse(List.of())).as(content.reason()).hasSize(1);
        return content.signatures().orElseThrow().getFirst();
    }

    @Test
    void aSignedPdfIsIntactUntilItIsTouched() throws Exception {
        for (var signer : List.of(sm2, Signed.rsa(Instant.parse("2030-01-01T00:00:00Z")))) {
            var file = signer.pdf(folder.resolve("signed.pdf"), 2);
            var found = signature(file);
            assertThat(found.state()).as(found.reason()).isEqualTo(SignatureFact.State.INTACT);
            assertThat(found.signer()).contains("样例·电子印章");
            assertThat(found.trail()).containsExactly(signer.fingerprint());
            assertThat(open(file).pages()).isEqualTo(2);

            var bytes = Files.readAllBytes(file);
            var text = new String(bytes, StandardCharsets.ISO_8859_1);
            var at = text.indexOf("/MediaBox [0.0 0.0 612.0");
            assertThat(at).isPositive();
            bytes[at + 21] = '3';
            assertThat(signature(Files.write(folder.resolve("touched.pdf"), bytes))
                            .state())
                    .isEqualTo(SignatureFact.State.ALTERED);

            var longer = Arrays.copyOf(Files.readAllBytes(file), text.length() + 200);
            Arrays.fill(longer, text.length(), longer.length, (byte) '%');
            var end = "\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(end, 0, longer, longer.length - end.length, end.length);
            assertThat(signature(Files.write(folder.resolve("longer.pdf"), longer))
                            .state())
                    .isEqualTo(SignatureFact.State.ALTERED);
        }
    }

    @Test
    void aCertificateThatHadEndedIsTold() throws Exception {
        var ended = Signed.rsa(Instant.parse("2021-01-01T00:00:00Z"));
        assertThat(signature(ended.pdf(folder.resolve("ended.pdf"), 1)).state())
                .isEqualTo(SignatureFact.State.OUT_OF_TERM);
    }

    @Test
    void aSealedOfdIsIntactUntilItIsTouched() throws Exception {
        var file = sm2.ofd(folder.resolve("sealed.ofd"));
        var found = signature(file);
        assertThat(found.state()).as(found.reason()).isEqualTo(SignatureFact.State.INTACT);
        assertThat(found.trail()).containsExactly(sm2.fingerprint());

        var page = "Doc_0/Pages/Page_0/Content.xml";
        assertThat(signature(Signed.altered(file, folder.resolve("page.ofd"), page, "壹佰元", "壹万元"))
                        .state())
                .isEqualTo(SignatureFact.State.ALTERED);
        var list = "Doc_0/Signs/Sign_0/Signature.xml";
        assertThat(signature(Signed.altered(
                                file, folder.resolve("list.ofd"), list, "<ofd:SignedInfo>", "<ofd:SignedInfo> "))
                        .state())
                .isEqualTo(SignatureFact.State.ALTERED);
        assertThat(signature(Signed.altered(
                                file,
                                folder.resolve("value.ofd"),
                                "Doc_0/Signs/Sign_0/SignedValue.dat",
                                "Signature.xml",
                                "Signature.xmm"))
                        .state())
                .isNotEqualTo(SignatureFact.State.INTACT);
    }

    @Test
    void everyPageIsDrawnAndAFileCutOffIsTold() throws IOException {
        var pdf = folder.resolve("pages.pdf");
        try (var document = new PDDocument()) {
            for (var page = 0; page < 7; page++) {
                document.addPage(new PDPage());
            }
            document.save(pdf.toFile());
        }
        var content = open(pdf);
        assertThat(content.drawn()).as(content.reason()).contains(new Content.Drawn(7, "", ""));
        assertThat(content.signatures().orElseThrow()).isEmpty();
        assertThat(isWhole(open(cut(pdf, 0.9)))).isFalse();

        var image = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
        for (var x = 0; x < 800; x++) {
            image.setRGB(x, x * 599 / 800, Color.RED.getRGB());
        }
        var jpeg = folder.resolve("photo.jpg");
        ImageIO.write(image, "jpeg", jpeg.toFile());
        assertThat(open(jpeg).drawn()).contains(new Content.Drawn(1, "", ""));
        assertThat(isWhole(open(cut(jpeg, 0.6)))).isFalse();
        assertThat(isWhole(open(jpeg))).isTrue();
    }

    private static boolean isWhole(Content content) {
        return content.state() == Content.State.OPENED
                && content.drawn().filter(drawn -> drawn.fault().isEmpty()).isPresent();
    }

    private static Path cut(Path file, double share) throws IOException {
        var bytes = Files.readAllBytes(file);
        return Files.write(
                folder.resolve("cut-" + file.getFileName()), Arrays.copyOf(bytes, (int) (bytes.length * share)));
    }

    @Test
    void soundIsDecodedToItsEnd() throws IOException {
        var format = new AudioFormat(8000, 16, 1, true, false);
        var wave = folder.resolve("voice.wav");
        AudioSystem.write(
                new AudioInputStream(new ByteArrayInputStream(new byte[16_000]), format, 8000),
                AudioFileFormat.Type.WAVE,
                wave.toFile());
        assertThat(open(wave).drawn()).contains(new Content.Drawn(1, "", ""));
        assertThat(open(cut(wave, 0.5)).drawn().orElseThrow().fault()).contains("frames");
    }

    @Test
    void encryptionIsTold() throws IOException {
        assertThat(open(encrypted("open.pdf", "")).encrypted()).isTrue();
        assertThat(open(encrypted("locked.pdf", "secret")).state()).isEqualTo(Content.State.ENCRYPTED);
        assertThat(open(Files.writeString(folder.resolve("broken.pdf"), "%PDF-1.7 broken"))
                        .state())
                .isEqualTo(Content.State.DAMAGED);
    }

    private static Path encrypted(String name, String password) throws IOException {
        var file = folder.resolve(name);
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            var policy = new StandardProtectionPolicy("owner", password, new AccessPermission());
            policy.setEncryptionKeyLength(128);
            document.protect(policy);
            document.save(file.toFile());
        }
        return file;
    }

    @Test
    void theScannerTellsHowOldItsSignaturesAre() throws IOException {
        var now = Instant.parse("2026-11-22T02:00:00Z");
        assertThat(fresh("ClamAV 1.4.1/27472/Sat Nov 21 09:31:00 2026\0", now)).isEqualTo(Outcome.PASSED);
        assertThat(fresh("ClamAV 1.4.1/27472/Sun Nov  1 09:31:00 2026\0", now)).isEqualTo(Outcome.FAILED);
        assertThat(fresh("ClamAV 1.4.1\0", now)).isEqualTo(Outcome.NOT_RUN);
        var none = new ScannerViruses(Optional.empty());
        assertThat(none.fresh(now, 7).outcome()).isEqualTo(Outcome.NOT_RUN);
        assertThat(none.scan(folder).outcome()).isEqualTo(Outcome.NOT_RUN);
    }

    /** Asks a socket that answers as clamd does. */
    private static Outcome fresh(String answer, Instant now) throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var clamd = Thread.ofVirtual().start(() -> {
                try (var client = server.accept()) {
                    client.getInputStream().readNBytes("zVERSION\0".length());
                    client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                } catch (IOException gone) {
                    throw new java.io.UncheckedIOException(gone);
                }
            });
            var scanner =
                    new ClamdScanner(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort()));
            var outcome = new ScannerViruses(Optional.of(scanner)).fresh(now, 7).outcome();
            clamd.interrupt();
            return outcome;
        }
    }
}
