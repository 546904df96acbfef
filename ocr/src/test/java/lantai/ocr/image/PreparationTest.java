package lantai.ocr.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import lantai.ocr.Box;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class PreparationTest {

    private final BufferedImage picture = new BufferedImage(1000, 800, BufferedImage.TYPE_INT_RGB);
    private final Graphics2D graphics = picture.createGraphics();

    PreparationTest() {
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 1000, 800);
    }

    @Test
    void aSealGoesAndTheStrokeBelowItStays() {
        seal(200, 200);
        graphics.setColor(Color.BLACK);
        graphics.fillRect(150, 340, 500, 6);
        GrayImage gray = SealSeparation.apply(Scan.of(picture), 200);
        assertThat(gray.at(350, 205)).isGreaterThan(240);
        assertThat(gray.at(300, 343)).isLessThan(20);
    }

    @Test
    void redLettersThatAreNoSealStay() {
        graphics.setColor(new Color(220, 30, 30));
        for (int i = 0; i < 5; i++) {
            graphics.fillRect(100 + 150 * i, 100, 90, 20);
            graphics.fillRect(130 + 150 * i, 100, 20, 90);
        }
        assertThat(SealSeparation.seals(Scan.of(picture), 200)).isEmpty();
    }

    @Test
    void grayValuesAreTakenAsTheyAre() {
        var gray = new BufferedImage(10, 10, BufferedImage.TYPE_BYTE_GRAY);
        gray.getRaster().setSample(3, 4, 0, 128);
        assertThat(Scan.of(gray).luma().at(3, 4)).isEqualTo(128);
        var bilevel = new BufferedImage(10, 10, BufferedImage.TYPE_BYTE_BINARY);
        bilevel.getRaster().setSample(3, 4, 0, 1);
        assertThat(Scan.of(bilevel).luma().at(3, 4)).isEqualTo(255);
        assertThat(Scan.of(bilevel).coloured()).isFalse();
    }

    @Test
    void whatIsTransparentIsWhite() {
        var clear = new BufferedImage(10, 10, BufferedImage.TYPE_INT_ARGB);
        assertThat(Scan.of(clear).luma().at(5, 5)).isEqualTo(255);
    }

    @Test
    void unevenPaperBecomesWhiteAndInkStaysDark() {
        GrayImage page = GrayImage.white(600, 400);
        for (int i = 0; i < page.samples().length; i++) {
            page.samples()[i] = (byte) (120 + 100 * (i % 600) / 600);
        }
        for (int x = 100; x < 500; x++) {
            page.samples()[200 * 600 + x] = 20;
        }
        GrayImage even = BackgroundDivision.apply(page, 200);
        assertThat(even.at(50, 100)).isGreaterThan(230);
        assertThat(even.at(550, 100)).isGreaterThan(230);
        assertThat(even.at(300, 200)).isLessThan(60);
    }

    @Test
    void fourQuarterTurnsGiveThePageBack() {
        GrayImage page = new GrayImage(3, 2, new byte[] {1, 2, 3, 4, 5, 6});
        assertThat(page.turned(90).samples()).containsExactly(4, 1, 5, 2, 6, 3);
        assertThat(page.turned(90).turned(270).samples()).isEqualTo(page.samples());
        assertThat(page.turned(180).turned(180).samples()).isEqualTo(page.samples());
    }

    @Test
    void aBoxTurnsWithItsPage() {
        var box = new LeaningBox(100, 50, 60, 20, 0.1);
        LeaningBox there = box.turned(90, 600, 400);
        assertThat(there.turned(270, 400, 600)).isEqualTo(box);
    }

    @Test
    void aSmallerImageHasTheMeanOfTheArea() {
        byte[] samples = new byte[16];
        Arrays.fill(samples, (byte) 200);
        samples[0] = 0;
        GrayImage small = new GrayImage(4, 4, samples).resized(2, 2);
        assertThat(small.at(0, 0)).isEqualTo(150);
        assertThat(small.at(1, 1)).isEqualTo(200);
    }

    @Test
    void aCropFollowsTheLean() {
        graphics.setColor(Color.BLACK);
        graphics.rotate(0.1, 500, 400);
        graphics.fillRect(300, 390, 400, 20);
        GrayImage gray = Scan.of(picture).luma();
        float[] pixels = Crop.of(gray, new LeaningBox(500, 400, 380, 16, 0.1), 95, 4);
        for (float pixel : pixels) {
            assertThat(pixel).isCloseTo(0f, Offset.offset(5f));
        }
    }

    @Test
    void stackedCharactersAreFoundOneByOne() {
        graphics.setColor(Color.BLACK);
        for (int i = 0; i < 4; i++) {
            graphics.fillRect(105, 105 + 48 * i, 38, 16);
            graphics.fillRect(105, 127 + 48 * i, 38, 16);
        }
        GrayImage gray = Scan.of(picture).luma();
        var characters = StackedText.characters(gray, new LeaningBox(124, 196, 50, 196, 0));
        assertThat(characters).hasSize(4);
        assertThat(characters.get(2).box().top()).isBetween(193.0, 203.0);
    }

    @Test
    void whatShinesThroughIsPaler() {
        graphics.setColor(Color.BLACK);
        graphics.fillRect(100, 100, 3, 30);
        graphics.setColor(new Color(190, 190, 190));
        graphics.fillRect(300, 100, 100, 30);
        GrayImage gray = Scan.of(picture).luma();
        assertThat(Ink.contrast(gray, new Box(90, 90, 120, 140), 200, 1)).isGreaterThan(240);
        assertThat(Ink.contrast(gray, new Box(290, 90, 420, 140), 200, 4)).isBetween(50, 80);
    }

    private void seal(int x, int y) {
        graphics.setColor(new Color(225, 60, 60));
        graphics.setStroke(new BasicStroke(8));
        graphics.drawOval(x, y, 300, 300);
        graphics.fillRect(x + 120, y + 120, 60, 60);
        graphics.fillRect(x + 60, y + 60, 40, 30);
    }
}
