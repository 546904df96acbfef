package lantai.web.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import lantai.web.LantaiServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OcrCommandIT {
    @TempDir
    private Path folder;

    @Test
    void allPagesOfAFileComeTogetherAndABadFileStopsNothing() throws Exception {
        var scan = folder.resolve("scan.tif");
        writePages(scan, List.of("样例参保登记表", "样例缴费凭证"));
        var broken = Files.write(folder.resolve("broken.png"), new byte[] {1, 2, 3, 4});
        var out = folder.resolve("out");

        var process = LantaiServer.command("ocr", broken.toString(), scan.toString(), "--out", out.toString())
                .redirectErrorStream(true)
                .start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();

        assertThat(process.exitValue()).as(printed).isEqualTo(1);
        assertThat(printed.lines().filter(line -> line.contains("\t")))
                .as(printed)
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith(broken + "\t")
                                .doesNotContain("\tread\t")
                                .containsPattern("\t[^\t]*\\p{IsHan}[^\t]* / [^\t]*$"),
                        second -> assertThat(second).isEqualTo(scan + "\tread\t已识读 2 页 / 2 pages read"));
        assertThat(Files.readString(out.resolve("scan.txt"))).containsSubsequence("参保登记表", "\f", "缴费凭证");
        assertThat(Files.readString(out.resolve("scan.alto.xml")))
                .contains("PHYSICAL_IMG_NR=\"1\"", "PHYSICAL_IMG_NR=\"2\"");
        assertThat(out.resolve("scan.pdf")).isNotEmptyFile();
        assertThat(out.resolve("broken.txt")).doesNotExist();
    }

    private static void writePages(Path file, List<String> texts) throws IOException, FontFormatException {
        var writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (var out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (var text : texts) {
                writer.writeToSequence(new IIOImage(page(text), null, null), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
    }

    private static BufferedImage page(String text) throws IOException, FontFormatException {
        var image = new BufferedImage(1240, 600, BufferedImage.TYPE_BYTE_GRAY);
        var graphics = image.createGraphics();
        try (var font = OcrCommandIT.class.getResourceAsStream("/lantai/print/font/NotoSansSC-Regular.ttf")) {
            graphics.setFont(Font.createFont(Font.TRUETYPE_FONT, font).deriveFont(60f));
        }
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setColor(Color.BLACK);
        graphics.drawString(text, 120, 200);
        graphics.drawString("编号 990101", 120, 400);
        graphics.dispose();
        return image;
    }
}
