package lantai.ocr.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TextDirectionTest {

    private final GrayImage page = GrayImage.white(800, 1100);

    @Test
    void linesOfCharactersTellHowAPageLies() {
        for (int line = 0; line < 25; line++) {
            for (int character = 0; character < 30; character++) {
                fill(80 + character * 21, 80 + line * 36, 18, 18);
            }
        }
        assertThat(TextDirection.isUpright(page)).isTrue();
        assertThat(TextDirection.isUpright(page.turned(180))).isTrue();
        assertThat(TextDirection.isUpright(page.turned(90))).isFalse();
        assertThat(TextDirection.isUpright(page.turned(270))).isFalse();
    }

    @Test
    void anEmptyPageIsLeftAsItIs() {
        assertThat(TextDirection.isUpright(page)).isTrue();
    }

    private void fill(int left, int top, int width, int height) {
        for (int y = top; y < top + height; y++) {
            for (int x = left; x < left + width; x++) {
                page.samples()[y * page.width() + x] = 0;
            }
        }
    }
}
