package lantai.web.item;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import lantai.ocr.Box;
import lantai.record.ItemPage;
import lantai.search.PersonalNumbers;
import lantai.search.SearchQuery;

/** Small pictures of pages, on which the words of a question are boxed. */
final class Thumbnails {
    private static final Color BOX = new Color(0xb3, 0x78, 0x00);
    private static final Color WASH = new Color(0xff, 0xd5, 0x4a, 0x70);
    private static final double ROOM = 2;

    private final ItemDoors doors;
    private final Shelf shelf;

    Thumbnails(ItemDoors doors, Shelf shelf) {
        this.doors = doors;
        this.shelf = shelf;
    }

    /** {@return a JPEG at most 320 pixels long} */
    byte[] of(Opened opened, ItemPage page, String query) {
        var small = shelf.picture(opened, page).thumbnail();
        if (query.isBlank()) {
            return PageImages.whole(small);
        }
        var words = shelf.text(opened, page)
                .map(text ->
                        PageWords.of(text, doors.search().matcher(SearchQuery.of(query)), PersonalNumbers::masked));
        if (words.isEmpty() || words.get().boxes().isEmpty()) {
            return PageImages.whole(small);
        }
        try {
            return boxed(small, words.get());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] boxed(Path small, PageWords words) throws IOException {
        var image = Optional.ofNullable(ImageIO.read(small.toFile()))
                .orElseThrow(() -> new IOException("not a picture: " + small));
        var drawn = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        var canvas = drawn.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.drawImage(image, 0, 0, null);
        canvas.setStroke(new BasicStroke(1.4f));
        for (var box : words.boxes()) {
            var place =
                    place(box, (double) image.getWidth() / words.width(), (double) image.getHeight() / words.height());
            canvas.setColor(WASH);
            canvas.fill(place);
            canvas.setColor(BOX);
            canvas.draw(place);
        }
        canvas.dispose();
        return PageImages.encoded(drawn, "jpg");
    }

    private static Rectangle2D place(Box box, double across, double down) {
        return new Rectangle2D.Double(
                box.left() * across - ROOM,
                box.top() * down - ROOM,
                box.width() * across + 2 * ROOM,
                box.height() * down + 2 * ROOM);
    }
}
