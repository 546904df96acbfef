package lantai.ingest.propose.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import lantai.ingest.propose.ReadDocument;
import lantai.ocr.Box;
import lantai.ocr.PageText;
import lantai.ocr.Quad;
import lantai.ocr.TextLine;

/** A paper made from a form as a bad reading would give it: an A4 page at 300 dpi, a share of its characters wrong. */
final class Reader {
    private static final int WIDTH = 2480;
    private static final int HEIGHT = 3508;
    private static final int LEFT = 240;
    private static final double TITLE = 80;
    private static final double BODY = 44;
    private static final double PITCH = 70;
    /** How often the title is missing, and as often it is misread. */
    private static final double SIXTH = 1.0 / 6;

    private static final double MISREAD_TITLE = 0.35;
    private static final String OTHERS = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经";

    private final double noise;
    private final Random random;
    private final List<TextLine> lines = new ArrayList<>();
    private double top = 220;
    private int row;

    private Reader(double noise, Random random) {
        this.noise = noise;
        this.random = random;
    }

    /**
     * @param noise the share of characters that are read wrong, 0 to 1
     * @param number papers of one form differ by it
     */
    static ReadDocument paper(Form form, double noise, long number) {
        var reader = new Reader(noise, new Random(number));
        reader.write(form);
        var page = new PageText(WIDTH, HEIGHT, 300, 0, reader.lines, PageText.BORN_DIGITAL, "");
        return new ReadDocument(
                "scan-" + Math.floorMod(number, 100_000) + ".jpg", "", "image/jpeg", List.of(page), "", Map.of());
    }

    private void write(Form form) {
        double drawn = random.nextDouble();
        var filling = new Filling(random);
        if (random.nextInt(4) == 0) {
            put(LEFT, BODY, "编号：" + random.nextInt(100_000), noise);
            next();
        }
        if (drawn > SIXTH) {
            double wrong = drawn < 2 * SIXTH ? MISREAD_TITLE : noise;
            put((WIDTH - form.title().length() * TITLE) / 2, TITLE, form.title(), wrong);
            next();
            top += PITCH;
        }
        for (List<Form.Cell> cells : form.rows()) {
            double cell = 2000.0 / cells.size();
            for (int i = 0; i < cells.size(); i++) {
                put(
                        LEFT + i * cell,
                        BODY,
                        cells.get(i).label() + "：" + filling.of(cells.get(i).filling()),
                        noise);
            }
            next();
        }
        for (String words : form.words()) {
            put(LEFT, BODY, words, noise);
            next();
        }
        put(LEFT, BODY, "样例·测试数据　样例市医疗保险服务中心　全宗号J057　区划990101", noise);
    }

    private void put(double left, double size, String text, double wrong) {
        String read = misread(text, wrong);
        if (!read.isBlank()) {
            var box = new Box(left, top, left + read.length() * size, top + size);
            lines.add(new TextLine(Quad.of(box), read, 0.95, List.of(), row));
        }
    }

    private void next() {
        top += PITCH;
        row++;
    }

    /** Two thirds of the wrong characters are others, the rest are missing or parted by a blank. */
    private String misread(String text, double wrong) {
        var read = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (random.nextDouble() >= wrong) {
                read.append(text.charAt(i));
            } else if (random.nextInt(3) > 0) {
                read.append(OTHERS.charAt(random.nextInt(OTHERS.length())));
            } else if (random.nextBoolean()) {
                read.append(text.charAt(i)).append(' ');
            }
        }
        return read.toString();
    }
}
