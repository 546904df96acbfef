package lantai.ingest.sample;

import java.awt.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lantai.ingest.propose.ReadDocument;
import lantai.ocr.Box;
import lantai.ocr.PageText;
import lantai.ocr.Quad;
import lantai.ocr.TextLine;

/** A paper of the sample archive as a reader would give it that makes no mistake: each run of text at its place, 300 dpi. */
final class ReadPaper {
    private static final double PIXELS = 300 / 25.4;

    private ReadPaper() {}

    static ReadDocument of(Paper paper) {
        List<PageText> pages = IntStream.rangeClosed(1, paper.pages().size())
                .mapToObj(number -> page(paper, number))
                .toList();
        return new ReadDocument("scan.jpg", "", "image/jpeg", pages, "", Map.of());
    }

    /** Seals are read apart, letter by letter round a circle. */
    private static boolean isOfSeal(String text, Type type) {
        return type.degrees() != 0 || (text.length() == 1 && type.ink() == Ink.SEAL);
    }

    private static PageText page(Paper paper, int number) {
        var lines = new ArrayList<TextLine>();
        paper.draw(number, new Sheet() {
            @Override
            public void text(String text, Point baseline, Type type) {
                if (!isOfSeal(text, type) && !text.isBlank()) {
                    double height = type.millimetres();
                    var box = new Box(
                            baseline.x() * PIXELS,
                            (baseline.y() - 0.85 * height) * PIXELS,
                            (baseline.x() + Face.noto().width(text, type)) * PIXELS,
                            (baseline.y() + 0.15 * height) * PIXELS);
                    lines.add(new TextLine(Quad.of(box), text, 0.98, List.of(), lines.size()));
                }
            }

            @Override
            public void shape(Shape shape, double weight, Ink ink) {}
        });
        return new PageText(
                (int) (paper.size().width() * PIXELS),
                (int) (paper.size().height() * PIXELS),
                300,
                0,
                lines,
                PageText.BORN_DIGITAL,
                "");
    }
}
