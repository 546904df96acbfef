package lantai.ocr.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SealsTest {

    private final BufferedImage picture = new BufferedImage(1000, 800, BufferedImage.TYPE_INT_RGB);
    private final Graphics2D graphics = picture.createGraphics();
    private final List<SealInk> found = new ArrayList<>();

    @BeforeEach
    void whitePaperWithALineOfBlack() {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 1000, 800);
        graphics.setStroke(new BasicStroke(9));
    }

    @Test
    void aBlueSealGoesAndTheStrokeAboveItStays() {
        graphics.setColor(new Color(70, 90, 200));
        graphics.drawOval(200, 200, 300, 300);
        blackStroke();
        GrayImage gray = SealSeparation.apply(Scan.of(picture), 200, found);
        assertThat(found).hasSize(1);
        assertThat(gray.at(350, 200)).isGreaterThan(240);
        assertThat(gray.at(350, 343)).isLessThan(20);
    }

    @Test
    void aSealScannedInGrayGoesAndTheStrokeAboveItStays() {
        graphics.setColor(new Color(135, 135, 135));
        graphics.drawOval(200, 200, 300, 300);
        blackStroke();
        GrayImage cleaned = GraySeals.apply(Scan.of(picture).luma(), 200, found);
        assertThat(found).hasSize(1);
        assertThat(cleaned.at(350, 200)).isGreaterThan(240);
        assertThat(cleaned.at(350, 343)).isLessThan(20);
    }

    @Test
    void aSealAsBlackAsTheTextIsKnownByItsRingAndItsLetters() {
        graphics.setColor(Color.BLACK);
        graphics.setStroke(new BasicStroke(8));
        graphics.drawOval(200, 200, 320, 320);
        graphics.fillRect(330, 330, 60, 60);
        for (var angle = 0; angle < 360; angle += 24) {
            var x = 360 + 125 * Math.cos(Math.toRadians(angle));
            var y = 360 + 125 * Math.sin(Math.toRadians(angle));
            graphics.fillRect((int) x - 14, (int) y - 14, 28, 28);
        }
        graphics.fillRect(100, 300, 300, 5);
        var page = Scan.of(picture).luma();
        BlackSeals.find(page, 200, found);
        assertThat(found).singleElement().satisfies(seal -> {
            assertThat(seal.amongText()).isTrue();
            assertThat((seal.left() + seal.right()) / 2.0).isBetween(358.0, 362.0);
            assertThat(seal.right() - seal.left()).isBetween(322, 334);
        });
    }

    @Test
    void aCircleWithoutLettersIsNoBlackSeal() {
        graphics.setColor(Color.BLACK);
        graphics.drawOval(200, 200, 320, 320);
        blackStroke();
        var page = Scan.of(picture).luma();
        BlackSeals.find(page, 200, found);
        assertThat(found).isEmpty();
    }

    @Test
    void theSlantedFrameAroundALineIsASeal() {
        graphics.rotate(Math.toRadians(9), 500, 400);
        graphics.setColor(new Color(200, 60, 70));
        graphics.drawRect(200, 360, 560, 80);
        SealSeparation.apply(Scan.of(picture), 200, found);
        assertThat(found).hasSize(1);
    }

    @Test
    void theFrameAroundALongLineIsASeal() {
        graphics.setColor(new Color(200, 60, 70));
        graphics.drawRect(120, 360, 740, 80);
        SealSeparation.apply(Scan.of(picture), 200, found);
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().mayBeRound()).isFalse();
    }

    @Test
    void aSealScannedInGrayGoesFromPaleTextToo() {
        graphics.setColor(new Color(110, 110, 110));
        graphics.drawOval(200, 200, 300, 300);
        graphics.setColor(new Color(70, 70, 70));
        graphics.fillRect(150, 340, 500, 2);
        GrayImage cleaned = GraySeals.apply(Scan.of(picture).luma(), 200, found);
        assertThat(cleaned.at(350, 200)).isGreaterThan(240);
        assertThat(cleaned.at(350, 340)).isLessThan(80);
    }

    @Test
    void thinStrokesNoDarkerThanASealStayAndItGoes() {
        graphics.setColor(new Color(110, 110, 110));
        graphics.drawOval(200, 200, 300, 300);
        graphics.fillRect(300, 300, 60, 60);
        graphics.setColor(new Color(105, 105, 105));
        graphics.fillRect(100, 650, 700, 2);
        graphics.fillRect(230, 400, 240, 2);
        graphics.setColor(new Color(66, 66, 66));
        graphics.fillRect(280, 330, 100, 2);
        GrayImage cleaned = GraySeals.apply(Scan.of(picture).luma(), 200, found);
        assertThat(cleaned.at(350, 200)).isGreaterThan(240);
        assertThat(cleaned.at(310, 310)).isGreaterThan(240);
        assertThat(cleaned.at(350, 400)).isLessThan(120);
        assertThat(cleaned.at(330, 330)).isLessThan(120);
    }

    @Test
    void aFrameWhoseBorderRulingsHideInPartIsASeal() {
        graphics.rotate(Math.toRadians(3), 500, 400);
        graphics.setColor(new Color(150, 150, 150));
        graphics.drawRect(200, 350, 560, 100);
        graphics.setColor(Color.BLACK);
        graphics.fillRect(300, 343, 40, 14);
        graphics.fillRect(420, 440, 44, 20);
        GraySeals.apply(Scan.of(picture).luma(), 200, found);
        assertThat(found).hasSize(1);
    }

    @Test
    void aStainIsNoSeal() {
        graphics.setColor(new Color(196, 196, 196));
        graphics.drawOval(200, 200, 200, 200);
        GrayImage page = Scan.of(picture).luma();
        assertThat(GraySeals.apply(page, 200, found)).isSameAs(page);
    }

    @Test
    void aLineOfRedLettersIsNoSeal() {
        graphics.setColor(new Color(200, 60, 70));
        for (int i = 0; i < 8; i++) {
            graphics.fillRect(100 + 84 * i, 100, 70, 12);
            graphics.fillRect(100 + 84 * i, 164, 70, 12);
            graphics.fillRect(130 + 84 * i, 100, 12, 76);
        }
        SealSeparation.apply(Scan.of(picture), 200, found);
        assertThat(found).isEmpty();
    }

    @Test
    void lettersOfARedTitleThatAreFramedAreNoSeals() {
        graphics.setColor(new Color(200, 60, 70));
        for (int i = 0; i < 6; i++) {
            graphics.drawRect(100 + 100 * i, 100, 76, 76);
            graphics.fillRect(134 + 100 * i, 110, 9, 60);
        }
        SealSeparation.apply(Scan.of(picture), 200, found);
        assertThat(found).isEmpty();
    }

    @Test
    void aSmallFramedStampAloneIsASeal() {
        graphics.setColor(new Color(200, 60, 70));
        graphics.drawRect(100, 100, 76, 76);
        graphics.fillRect(134, 110, 9, 60);
        SealSeparation.apply(Scan.of(picture), 200, found);
        assertThat(found).hasSize(1);
    }

    @Test
    void theRingOfASealIsALineFromItsLowestPointClockwise() {
        graphics.setColor(new Color(70, 90, 200));
        graphics.drawOval(200, 200, 300, 300);
        graphics.fillOval(220, 340, 20, 20);
        SealSeparation.apply(Scan.of(picture), 200, found);
        GrayImage ring = found.getFirst().ring(0);
        assertThat(ring.at(ring.width() / 4, ring.height() / 2)).isLessThan(60);
        assertThat(ring.at(ring.width() * 3 / 4, ring.height() / 2)).isGreaterThan(200);
        assertThat(found.getFirst().ring(90).at(ring.width() / 2, ring.height() / 2))
                .isLessThan(60);
    }

    @Test
    void grayLettersAreNoSeal() {
        graphics.setColor(new Color(135, 135, 135));
        for (int i = 0; i < 5; i++) {
            graphics.fillRect(100 + 150 * i, 100, 90, 20);
            graphics.fillRect(130 + 150 * i, 100, 20, 90);
        }
        GrayImage page = Scan.of(picture).luma();
        assertThat(GraySeals.apply(page, 200, found)).isSameAs(page);
    }

    private void blackStroke() {
        graphics.setColor(Color.BLACK);
        graphics.fillRect(150, 340, 500, 6);
    }
}
