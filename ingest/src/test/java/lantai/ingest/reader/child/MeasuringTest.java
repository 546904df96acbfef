package lantai.ingest.reader.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.Arrays;
import java.util.Random;
import lantai.ingest.reader.PageMeasure;
import lantai.ingest.reader.PageMeasure.Mark;
import lantai.ingest.reader.PageMeasure.Mode;
import org.junit.jupiter.api.Test;

/** What is measured of pages drawn here, whose faults are known. */
class MeasuringTest {
    private static final int DPI = 200;
    private static final int WIDTH = 1654;
    private static final int HEIGHT = 2339;
    private static final long MOST_MILLIS = 2_000;

    private static PageMeasure measure(BufferedImage page) {
        return Measuring.of(page, Rendered.Capture.of(page, page.getWidth(), page.getHeight(), DPI));
    }

    private static BufferedImage white() {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        var graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.dispose();
        return image;
    }

    private static Graphics2D pen(BufferedImage image) {
        var graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(Color.BLACK);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 34));
        return graphics;
    }

    /** A page of lines that lean by so many degrees, clockwise. */
    private static BufferedImage text(int seed, double degrees) {
        var image = white();
        var graphics = pen(image);
        graphics.rotate(Math.toRadians(degrees), WIDTH / 2.0, HEIGHT / 2.0);
        var random = new Random(seed);
        for (var y = 300; y < HEIGHT - 300; y += 60) {
            var words = new StringBuilder();
            while (words.length() < 60) {
                words.append((char) ('a' + random.nextInt(26))).append(random.nextInt(5) == 0 ? " " : "");
            }
            graphics.drawString(words.toString(), 200, y);
        }
        graphics.dispose();
        return image;
    }

    private static BufferedImage blurred(BufferedImage image, int reach) {
        var weights = new float[reach * reach];
        Arrays.fill(weights, 1f / weights.length);
        return new ConvolveOp(new Kernel(reach, reach, weights), ConvolveOp.EDGE_NO_OP, null).filter(image, null);
    }

    @Test
    void aGoodPageHasNothingToComplainOf() {
        var page = measure(text(1, 0));
        assertThat(page.mode()).isEqualTo(Mode.GRAY);
        assertThat(page.skew()).isBetween(-0.2, 0.2);
        assertThat(page.edge()).isBetween(0.5, 4.0);
        assertThat(page.ink()).isGreaterThan(1);
        assertThat(page.border()).isZero();
        assertThat(page.cut()).isZero();
        assertThat(page.brightness()).isGreaterThan(200);
        assertThat(page.marks()).isEmpty();
    }

    @Test
    void theLeanOfTheLinesIsFoundAlsoOnAPageThatLiesOnItsSide() {
        assertThat(measure(text(2, 3.4)).skew()).isBetween(3.1, 3.7);
        assertThat(measure(text(3, -2)).skew()).isBetween(-2.3, -1.7);
        assertThat(Math.abs(measure(Turning.clockwise(text(4, 3), 90)).skew())).isBetween(2.7, 3.3);
    }

    @Test
    void blurWidensTheEdgesOfStrokes() {
        var sharp = measure(text(5, 0)).edge();
        var blurred = measure(blurred(text(5, 0), 7)).edge();
        assertThat(blurred).isGreaterThan(5).isGreaterThan(2 * sharp);
    }

    @Test
    void aBlankPageHasHardlyAnyInkAndABlackOneNoLight() {
        assertThat(measure(white()).ink()).isZero();
        var black = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        assertThat(measure(black).brightness()).isZero();
        var number = white();
        var graphics = pen(number);
        graphics.drawString("— 12 —", WIDTH / 2, HEIGHT - 150);
        graphics.dispose();
        assertThat(measure(number).ink()).as("a page number alone").isBetween(0.005, 0.2);
    }

    @Test
    void aBlackBorderIsToldInMillimetresAndIsNoSkewNorInk() {
        var image = text(6, 0);
        var graphics = pen(image);
        graphics.fillRect(0, 0, 63, HEIGHT);
        graphics.dispose();
        var page = measure(image);
        assertThat(page.border()).isBetween(7.0, 9.0);
        assertThat(page.skew()).isBetween(-0.2, 0.2);
    }

    @Test
    void linesThatRunOutOfThePictureAreCut() {
        var image = text(7, 0).getSubimage(500, 0, WIDTH - 500, HEIGHT);
        var cut = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        cut.getGraphics().drawImage(image, 0, 0, null);
        assertThat(measure(cut).cut()).isGreaterThan(12);
    }

    @Test
    void twoScansOfOnePageLookAlikeAndOtherPagesDoNot() {
        var first = measure(text(8, 0));
        var noisy = text(8, 0);
        var random = new Random(9);
        for (var i = 0; i < 200_000; i++) {
            noisy.setRGB(random.nextInt(WIDTH), random.nextInt(HEIGHT), random.nextInt(0xFFFFFF));
        }
        assertThat(first.hash()).hasSize(64);
        assertThat(first.distance(measure(noisy))).isLessThanOrEqualTo(26);
        assertThat(first.distance(measure(text(10, 0)))).isGreaterThan(26);
    }

    @Test
    void barsAndSquaresAreReadWhereverTheyStand() throws Exception {
        var image = text(11, 0);
        var squares = new com.google.zxing.qrcode.QRCodeWriter()
                .encode("LANTAI-SEPARATOR", com.google.zxing.BarcodeFormat.QR_CODE, 200, 200);
        draw(image, squares, 1300, 80);
        var bars = new com.google.zxing.oned.Code128Writer()
                .encode("J057-WS.2025-D30-0012", com.google.zxing.BarcodeFormat.CODE_128, 800, 90);
        draw(image, bars, 300, 120);
        assertThat(measure(image).marks())
                .containsExactlyInAnyOrder(
                        new Mark("QR_CODE", "LANTAI-SEPARATOR"), new Mark("CODE_128", "J057-WS.2025-D30-0012"));
        assertThat(measure(Turning.clockwise(image, 90)).marks()).hasSize(2);
    }

    private static void draw(BufferedImage image, com.google.zxing.common.BitMatrix code, int left, int top) {
        for (var y = -30; y < code.getHeight() + 30; y++) {
            for (var x = -30; x < code.getWidth() + 30; x++) {
                var inside = x >= 0 && y >= 0 && x < code.getWidth() && y < code.getHeight();
                image.setRGB(left + x, top + y, inside && code.get(x, y) ? 0 : 0xFFFFFF);
            }
        }
    }

    @Test
    void pagesTooSmallForAnythingAreMeasuredAllTheSame() {
        for (var size : new int[][] {{1, 1}, {1, 400}, {400, 1}, {3, 3}, {40, 40}}) {
            var image = new BufferedImage(size[0], size[1], BufferedImage.TYPE_3BYTE_BGR);
            assertThat(measure(image).marks()).as(size[0] + " by " + size[1]).isEmpty();
        }
    }

    @Test
    void measuringTakesAPartOfWhatReadingTheTextTakes() {
        var large = new BufferedImage(2480, 3508, BufferedImage.TYPE_3BYTE_BGR);
        large.getGraphics().drawImage(text(12, 1).getScaledInstance(2480, 3508, java.awt.Image.SCALE_FAST), 0, 0, null);
        measure(large);
        var from = System.nanoTime();
        for (var i = 0; i < 5; i++) {
            measure(large);
        }
        var millis = (System.nanoTime() - from) / 5_000_000;
        System.getLogger("measuring").log(System.Logger.Level.INFO, "an A4 page at 300 dpi takes {0} ms", millis);
        assertThat(millis).isLessThan(MOST_MILLIS);
    }
}
