package lantai.ocr.onnx;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import lantai.ocr.Box;
import lantai.ocr.OcrException;
import lantai.ocr.PageText;
import lantai.ocr.TextLine;
import lantai.ocr.image.BackgroundDivision;
import lantai.ocr.image.GrayImage;
import lantai.ocr.image.Ink;
import lantai.ocr.image.LeaningBox;
import lantai.ocr.image.Scan;
import lantai.ocr.image.SealSeparation;
import lantai.ocr.layout.Level;
import lantai.ocr.layout.ReadingOrder;
import lantai.ocr.layout.RulingFinder;
import lantai.ocr.layout.Rulings;
import lantai.ocr.onnx.OnnxSettings.Step;
import lantai.ocr.text.TextRules;

/** The reading of one page, from pixels to ordered lines. */
final class PageReading {

    private static final double LOWEST_CONFIDENCE = 0.5;
    /** What shines through from the back is pale, and the reader is not sure of it. */
    private static final double LOWEST_CONFIDENCE_OF_PALE = 0.75;

    private static final double PALE = 0.45;
    private static final double DETECTION_DPI = 137;
    private static final int SHORTEST_SIDE = 1280;
    private static final int LONGEST_SIDE = 2400;

    private final OnnxSettings settings;
    private final Detector detector;
    private final Recogniser recogniser;
    private final int dpi;

    PageReading(OnnxSettings settings, Detector detector, Recogniser recogniser, int dpi) {
        this.settings = settings;
        this.detector = detector;
        this.recogniser = recogniser;
        this.dpi = dpi;
    }

    PageText read(BufferedImage picture, String engine, String digest) throws OcrException {
        GrayImage page = prepared(picture);
        GrayImage small = reduced(page);
        double factor = (double) page.width() / small.width();
        List<LeaningBox> boxes = detect(small, factor);
        int rotation = 0;
        if (settings.does(Step.ORIENTATION)) {
            rotation = new Orientation(recogniser).find(page, boxes);
            if (rotation != 0) {
                page = page.turned(rotation);
                small = small.turned(rotation);
                factor = (double) page.width() / small.width();
                boxes = detect(small, factor);
            }
        }
        Level level = Level.of(boxes, page.width(), page.height());
        Rulings rulings = Rulings.NONE;
        if (settings.does(Step.RULINGS) && !boxes.isEmpty()) {
            double lineHeight =
                    ReadingOrder.usualHeight(boxes.stream().map(level::around).toList());
            rulings = RulingFinder.find(level.drawn(small), lineHeight / factor).scaled(factor);
            boxes = new RulingCut(rulings, level).apply(boxes);
        }
        boxes = new BoxJoin(rulings, level).apply(boxes);
        List<TextLine> lines = lines(page, boxes, level, rulings);
        return new PageText(page.width(), page.height(), dpi, rotation, lines, engine, digest);
    }

    private GrayImage prepared(BufferedImage picture) {
        Scan scan = Scan.of(picture);
        GrayImage gray = settings.does(Step.SEAL_SEPARATION) ? SealSeparation.apply(scan, dpi) : scan.luma();
        return settings.does(Step.BACKGROUND_DIVISION) ? BackgroundDivision.apply(gray, dpi) : gray;
    }

    private GrayImage reduced(GrayImage page) {
        int side = Math.max(page.width(), page.height());
        double wanted = Math.clamp(side * DETECTION_DPI / dpi, SHORTEST_SIDE, LONGEST_SIDE);
        double scale = Math.min(1, wanted / side);
        return page.resized(Math.max(1, (int) Math.round(page.width() * scale)), Math.max(1, (int)
                Math.round(page.height() * scale)));
    }

    private List<LeaningBox> detect(GrayImage small, double factor) throws OcrException {
        return detector.detect(small).stream().map(box -> box.scaled(factor)).toList();
    }

    private List<TextLine> lines(GrayImage page, List<LeaningBox> boxes, Level level, Rulings rulings)
            throws OcrException {
        List<Reading> readings = recogniser.read(page, boxes).stream()
                .map(reading ->
                        settings.does(Step.TEXT_RULES) ? reading.with(TextRules.apply(reading.text())) : reading)
                .toList();
        double pale = PALE * usualContrast(page, boxes, readings);
        List<Integer> kept = IntStream.range(0, boxes.size())
                .filter(i -> isText(readings.get(i)))
                .filter(i -> readings.get(i).confidence() >= LOWEST_CONFIDENCE_OF_PALE
                        || contrast(page, boxes.get(i), readings.get(i)) >= pale)
                .boxed()
                .toList();
        List<Box> places = kept.stream().map(i -> level.around(boxes.get(i))).toList();
        double usual = Recogniser.usualHeight(boxes);
        List<TextLine> lines = new ArrayList<>();
        int number = 0;
        for (List<Integer> row : order(places, rulings)) {
            for (int place : row) {
                int i = kept.get(place);
                LeaningBox box = boxes.get(i);
                lines.add(Lines.line(box, readings.get(i), number, Recogniser.isStacked(box, usual)));
            }
            number++;
        }
        return lines;
    }

    private int contrast(GrayImage page, LeaningBox box, Reading reading) {
        return Ink.contrast(page, box.box(), dpi, reading.marks().size());
    }

    /** The median contrast of what was read for sure; 0 when nothing was. */
    private double usualContrast(GrayImage page, List<LeaningBox> boxes, List<Reading> readings) {
        int[] contrasts = IntStream.range(0, boxes.size())
                .filter(i -> readings.get(i).confidence() > 0.9)
                .map(i -> contrast(page, boxes.get(i), readings.get(i)))
                .sorted()
                .toArray();
        return contrasts.length == 0 ? 0 : contrasts[contrasts.length / 2];
    }

    private boolean isText(Reading reading) {
        String text = reading.text();
        return reading.confidence() >= LOWEST_CONFIDENCE
                && !text.isBlank()
                && !(settings.does(Step.TEXT_RULES) && TextRules.isDirt(text));
    }

    private List<List<Integer>> order(List<Box> places, Rulings rulings) {
        if (settings.does(Step.READING_ORDER)) {
            return ReadingOrder.rows(places, rulings);
        }
        return IntStream.range(0, places.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> places.get(i).top()))
                .map(List::of)
                .toList();
    }
}
