package lantai.ingest.reader.child;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Draws the objects of OFD pages: text, paths, pictures, composites, clips. Lengths are millimetres. */
final class OfdCanvas {
    private static final int DEEPEST = 16;
    private static final long MOST_PIXELS = 40_000_000;
    private static final double USUAL_LINE = 0.353;

    private final OfdDocument document;
    private final Fonts fonts;
    private final Map<String, OfdFont> loaded = new HashMap<>();
    private final Map<String, Optional<BufferedImage>> pictures = new HashMap<>();
    private Graphics2D graphics;

    OfdCanvas(OfdDocument document, Fonts fonts, Graphics2D graphics) {
        this.document = document;
        this.fonts = fonts;
        this.graphics = graphics;
    }

    void layer(Xml layer) throws Unreadable {
        objects(layer, OfdStyle.PLAIN.over(parameters(layer)), 0);
    }

    /** Draws an annotation in its own box. */
    void appearance(Xml appearance) throws Unreadable {
        var above = graphics;
        graphics = (Graphics2D) above.create();
        graphics.transform(OfdText.place(appearance));
        objects(appearance, OfdStyle.PLAIN, 0);
        graphics.dispose();
        graphics = above;
    }

    private void objects(Xml above, OfdStyle style, int depth) throws Unreadable {
        if (depth > DEEPEST) {
            return;
        }
        for (var object : above.children()) {
            if (object.name().equals("PageBlock")) {
                objects(object, style, depth + 1);
            } else if (object.flag("Visible", true)) {
                object(object, style, depth);
            }
        }
    }

    private void object(Xml object, OfdStyle inherited, int depth) throws Unreadable {
        var above = graphics;
        graphics = (Graphics2D) above.create();
        try {
            var style = inherited.over(parameters(object)).over(object);
            var alpha = Math.clamp((float) (object.number("Alpha", 255) / 255), 0f, 1f);
            graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, alpha));
            clip(object);
            graphics.transform(OfdText.place(object));
            switch (object.name()) {
                case "TextObject" -> text(object, style);
                case "PathObject" -> path(object, style);
                case "ImageObject" -> picture(object);
                case "CompositeObject" -> {
                    var unit = document.resource(object.attribute("ResourceID"));
                    if (unit.isPresent()) {
                        for (var content : unit.get().xml().children("Content")) {
                            objects(content, style, depth + 1);
                        }
                    }
                }
                default -> {}
            }
        } finally {
            graphics.dispose();
            graphics = above;
        }
    }

    private @Nullable Xml parameters(Xml object) {
        return document.resource(object.attribute("DrawParam"))
                .map(OfdDocument.Resource::xml)
                .orElse(null);
    }

    /** Clips are told in the object's space before its CTM, from the corner of its boundary. */
    private void clip(Xml object) {
        var boundary = object.numbersOf("Boundary");
        if (boundary.length == 4
                && boundary[2] > 0
                && boundary[3] > 0
                && object.name().equals("ImageObject")) {
            graphics.clip(new Rectangle2D.Double(boundary[0], boundary[1], boundary[2], boundary[3]));
        }
        for (var clip : object.all("Clips", "Clip")) {
            var seen = new Area();
            for (var area : clip.children("Area")) {
                var place = new AffineTransform();
                if (boundary.length == 4) {
                    place.translate(boundary[0], boundary[1]);
                }
                var ctm = area.numbersOf("CTM");
                if (ctm.length == 6) {
                    place.concatenate(new AffineTransform(ctm));
                }
                for (var path : area.children("Path")) {
                    place.concatenate(OfdText.place(path));
                    seen.add(new Area(place.createTransformedShape(shape(path))));
                }
            }
            if (!seen.isEmpty()) {
                graphics.clip(seen);
            }
        }
    }

    private static Shape shape(Xml path) {
        return OfdPath.parse(
                path.text("AbbreviatedData"),
                path.attribute("Rule").toLowerCase(Locale.ROOT).startsWith("even"));
    }

    private void path(Xml object, OfdStyle style) {
        var shape = shape(object);
        if (object.flag("Fill", false)) {
            graphics.setColor(style.fill());
            graphics.fill(shape);
        }
        if (object.flag("Stroke", true)) {
            graphics.setColor(style.stroke());
            var width = style.line() > 0 ? style.line() : USUAL_LINE;
            graphics.setStroke(style.pen((float) width));
            graphics.draw(shape);
        }
    }

    private void text(Xml object, OfdStyle style) throws Unreadable {
        var size = object.number("Size", 3);
        var font = font(object.attribute("Font"));
        var face = style(object);
        var glyphs = glyphs(object);
        var marks = OfdText.marks(object);
        var wide = object.number("HScale", 1);
        for (var i = 0; i < marks.size(); i++) {
            var mark = marks.get(i);
            var place = AffineTransform.getTranslateInstance(mark.x(), mark.y());
            place.scale(size * wide, size);
            var outline = font.outline(mark.text(), glyphs.get(i), face);
            paint(place.createTransformedShape(outline), object, style);
        }
    }

    private void paint(Shape outline, Xml object, OfdStyle style) {
        if (object.flag("Fill", true)) {
            graphics.setColor(style.fill());
            graphics.fill(outline);
        }
        if (object.flag("Stroke", false)) {
            graphics.setColor(style.stroke());
            graphics.setStroke(new BasicStroke((float) (style.line() > 0 ? style.line() : USUAL_LINE)));
            graphics.draw(outline);
        }
    }

    private static int style(Xml object) {
        return (object.number("Weight", 400) >= 600 ? Font.BOLD : Font.PLAIN)
                | (object.flag("Italic", false) ? Font.ITALIC : Font.PLAIN);
    }

    /** Glyph numbers that the file gives for characters, by the character's position. */
    private static Map<Integer, Integer> glyphs(Xml object) {
        var glyphs = new HashMap<Integer, Integer>();
        for (var transform : object.children("CGTransform")) {
            var from = (int) transform.number("CodePosition", 0);
            var numbers = Xml.numbers(transform.text("Glyphs"));
            for (var i = 0; i < numbers.length; i++) {
                glyphs.put(from + i, (int) numbers[i]);
            }
        }
        return glyphs;
    }

    private OfdFont font(String id) throws Unreadable {
        var known = loaded.get(id);
        if (known == null) {
            var resource = document.resource(id);
            var bytes = resource.isPresent() ? document.file(resource.get(), "FontFile") : Optional.<byte[]>empty();
            known = OfdFont.of(bytes, fonts.substitute());
            loaded.put(id, known);
        }
        return known;
    }

    private void picture(Xml object) throws Unreadable {
        var id = object.attribute("ResourceID");
        var picture = pictures.get(id);
        if (picture == null) {
            picture = load(id);
            pictures.put(id, picture);
        }
        picture.ifPresent(image -> {
            // a picture fills the unit square, which the CTM stretches; without one it fills its boundary
            var boundary = object.numbersOf("Boundary");
            if (object.numbersOf("CTM").length != 6 && boundary.length == 4) {
                graphics.scale(boundary[2], boundary[3]);
            }
            graphics.drawImage(
                    image, AffineTransform.getScaleInstance(1.0 / image.getWidth(), 1.0 / image.getHeight()), null);
        });
    }

    private Optional<BufferedImage> load(String id) throws Unreadable {
        var resource = document.resource(id);
        if (resource.isEmpty()) {
            return Optional.empty();
        }
        var bytes = document.file(resource.get(), "MediaFile");
        try {
            return bytes.isPresent() ? Optional.of(decode(bytes.get())) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Decodes a picture of bounded size. */
    static BufferedImage decode(byte[] bytes) throws IOException {
        try (var stream = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new IOException("no picture");
            }
            var reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                    throw new IOException("a picture of too many pixels");
                }
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        }
    }

    /** Draws a seal into its box, so that the page shows through where it is white or clear. */
    void seal(BufferedImage image, OfdSeals.Seal seal) {
        var above = (Graphics2D) graphics.create();
        above.clip(seal.clip());
        above.translate(seal.box().getX(), seal.box().getY());
        above.scale(seal.box().getWidth() / image.getWidth(), seal.box().getHeight() / image.getHeight());
        above.drawImage(withoutWhite(image), 0, 0, null);
        above.dispose();
    }

    static BufferedImage withoutWhite(BufferedImage image) {
        var clear = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        for (var y = 0; y < image.getHeight(); y++) {
            for (var x = 0; x < image.getWidth(); x++) {
                var color = new Color(image.getRGB(x, y), true);
                var white = Math.min(color.getRed(), Math.min(color.getGreen(), color.getBlue())) > 240;
                clear.setRGB(x, y, white ? 0 : color.getRGB());
            }
        }
        return clear;
    }
}
