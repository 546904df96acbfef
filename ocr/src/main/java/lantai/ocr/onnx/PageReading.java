package lantai.ocr.onnx;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import lantai.ocr.Block;
import lantai.ocr.Box;
import lantai.ocr.OcrException;
import lantai.ocr.PageText;
import lantai.ocr.Quad;
import lantai.ocr.TextLine;
import lantai.ocr.image.BackgroundDivision;
import lantai.ocr.image.BlackSeals;
import lantai.ocr.image.GrayImage;
import lantai.ocr.image.GraySeals;
import lantai.ocr.image.Ink;
import lantai.ocr.image.LeaningBox;
import lantai.ocr.image.Scan;
import lantai.ocr.image.SealInk;
import lantai.ocr.image.SealSeparation;
import lantai.ocr.image.TextDirection;
import lantai.ocr.layout.Blocks;
import lantai.ocr.layout.Level;
import lantai.ocr.layout.PageOrder;
import lantai.ocr.layout.ReadingOrder;
import lantai.ocr.layout.RulingFinder;
import lantai.ocr.layout.Rulings;
import lantai.ocr.onnx.OnnxSettings.Step;
import lantai.ocr.text.Deciding;
import lantai.ocr.text.Lexicon;
import lantai.ocr.text.SumForm;
import lantai.ocr.text.TextRules;

/** The reading of one page, from pixels to ordered lines. */
final class PageReading {

    private static final Deciding DECIDING = new Deciding(Lexicon.EMPTY);
    private static final double LOWEST_CONFIDENCE = 0.6;
    /** What shines through from the back is pale, and the reader is not sure of it. */
    private static final double LOWEST_CONFIDENCE_OF_PALE = 0.75;

    private static final double PALE = 0.45;
    private static final double DETECTION_DPI = 137;
    private static final double COARSE_DETECTION_DPI = 110;
    private static final int SHORTEST_SIDE = 1280;
    private static final int LONGEST_SIDE = 2400;

    private final OnnxSettings settings;
    private final Detector detector;
    private final Recogniser recogniser;
    private final int dpi;
    private final List<SealInk> seals = new ArrayList<>();
    private KnownReadings known = KnownReadings.NONE;

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
        int rotation = settings.does(Step.ORIENTATION) && !TextDirection.isUpright(small) ? 90 : 0;
        page = page.turned(rotation);
        small = small.turned(rotation);
        List<LeaningBox> boxes = detect(small, factor);
        if (settings.does(Step.ORIENTATION)) {
            Orientation.Found found = new Orientation(recogniser).find(page, boxes);
            known = found.known();
            rotation = (rotation + found.degrees()) % 360;
            if (found.degrees() != 0) {
                page = page.turned(found.degrees());
                small = small.turned(found.degrees());
                boxes = detect(small, factor);
            }
        }
        List<Box> stamped = sealsOf(page, rotation);
        List<Box> black = IntStream.range(0, stamped.size())
                .filter(i -> seals.get(i).amongText())
                .mapToObj(stamped::get)
                .toList();
        var lettered = new SealLetters(black);
        Content content = lettered.doubted(arranged(page, small, lettered.without(boxes), stamped));
        List<Block> blocks = new ArrayList<>(content.blocks());
        for (int i = 0; i < stamped.size(); i++) {
            blocks.add(Block.seal(stamped.get(i), saidBy(seals.get(i), rotation)));
        }
        return new PageText(page.width(), page.height(), dpi, rotation, content.lines(), blocks, engine, digest);
    }

    private Content arranged(GrayImage page, GrayImage small, List<LeaningBox> found, List<Box> stamped)
            throws OcrException {
        List<LeaningBox> boxes = found;
        double factor = (double) page.width() / small.width();
        Level level = settings.does(Step.FLATTENING)
                ? Level.flattened(boxes, page.width(), page.height())
                : Level.turned(boxes, page.width(), page.height());
        Rulings rulings = Rulings.NONE;
        if (settings.does(Step.RULINGS) && !boxes.isEmpty()) {
            List<Box> around = boxes.stream().map(level::around).toList();
            double lineHeight = ReadingOrder.usualHeight(around);
            rulings = RulingFinder.find(level.drawn(small), lineHeight / factor)
                    .scaled(factor)
                    .outside(around)
                    .beside(stamped.stream().map(level::level).toList());
            boxes = new RulingCut(rulings, level).apply(boxes);
        }
        boxes = new BoxJoin(rulings, level).apply(boxes);
        if (settings.does(Step.GUTTERS)) {
            boxes = new GutterCut(page, level).apply(boxes);
        }
        return content(page, boxes, level, rulings);
    }

    /** Where the seals that were found before the page was turned stand on the upright page. */
    private List<Box> sealsOf(GrayImage upright, int rotation) {
        boolean onSide = rotation % 180 != 0;
        int width = onSide ? upright.height() : upright.width();
        int height = onSide ? upright.width() : upright.height();
        return seals.stream()
                .map(seal -> new Box(seal.left(), seal.top(), seal.right(), seal.bottom()))
                .map(box -> Quad.of(box).turned(rotation, width, height).box())
                .toList();
    }

    /** What stands along the border of a seal; empty where it is not read for sure. */
    private String saidBy(SealInk seal, int rotation) throws OcrException {
        return settings.does(Step.SEAL_TEXT) && seal.mayBeRound()
                ? SealText.read(recogniser, seal.ring(rotation), seal.amongText())
                : "";
    }

    private GrayImage prepared(BufferedImage picture) {
        Scan scan = Scan.of(picture);
        GrayImage gray = settings.does(Step.SEAL_SEPARATION) ? SealSeparation.apply(scan, dpi, seals) : scan.luma();
        GrayImage even = settings.does(Step.BACKGROUND_DIVISION) ? BackgroundDivision.apply(gray, dpi) : gray;
        GrayImage plain = settings.does(Step.GRAY_SEALS) ? GraySeals.apply(even, dpi, seals) : even;
        if (settings.does(Step.BLACK_SEALS) && !scan.coloured()) {
            BlackSeals.find(plain, dpi, seals);
        }
        return plain;
    }

    private GrayImage reduced(GrayImage page) {
        int side = Math.max(page.width(), page.height());
        double detectionDpi = settings.does(Step.FINE_LINES) ? DETECTION_DPI : COARSE_DETECTION_DPI;
        double wanted = Math.clamp(side * detectionDpi / dpi, SHORTEST_SIDE, LONGEST_SIDE);
        double scale = Math.min(1, wanted / side);
        return page.resized(Math.max(1, (int) Math.round(page.width() * scale)), Math.max(1, (int)
                Math.round(page.height() * scale)));
    }

    private List<LeaningBox> detect(GrayImage small, double factor) throws OcrException {
        GrayImage dark = settings.does(Step.BACKGROUND_DIVISION) ? BackgroundDivision.withoutPale(small) : small;
        return new InkedPart(dark)
                .detect(detector).stream().map(box -> box.scaled(factor)).toList();
    }

    /** What was read. */
    record Content(List<TextLine> lines, List<Block> blocks) {}

    private Content content(GrayImage page, List<LeaningBox> boxes, Level level, Rulings rulings) throws OcrException {
        List<Reading> readings = graded(looked(page, boxes, ruled(known.completed(recogniser, page, boxes))));
        double pale = PALE * usualContrast(page, boxes, readings);
        List<Integer> kept = IntStream.range(0, boxes.size())
                .filter(i -> isText(readings.get(i)))
                .filter(i -> readings.get(i).confidence() >= LOWEST_CONFIDENCE_OF_PALE
                        || contrast(page, boxes.get(i), readings.get(i)) >= pale)
                .boxed()
                .toList();
        List<Box> places = kept.stream().map(i -> level.around(boxes.get(i))).toList();
        return ordered(
                kept.stream().map(boxes::get).toList(),
                kept.stream().map(readings::get).toList(),
                new Placing(places, level, rulings, Recogniser.usualHeight(boxes), page.height()));
    }

    private List<Reading> looked(GrayImage page, List<LeaningBox> boxes, List<Reading> read) throws OcrException {
        if (!settings.does(Step.SECOND_LOOK)) {
            return read;
        }
        UnaryOperator<String> rules = settings.does(Step.TEXT_RULES) ? TextRules::apply : UnaryOperator.identity();
        return new SecondLook(recogniser, rules).apply(page, boxes, read);
    }

    /** The readings after the rules of writing. */
    private List<Reading> ruled(List<Reading> read) {
        if (!settings.does(Step.TEXT_RULES)) {
            return read;
        }
        return read.stream()
                .map(reading -> reading.with(TextRules.apply(reading.text())))
                .toList();
    }

    /** The readings after the rules that need the whole page. */
    private List<Reading> graded(List<Reading> read) {
        if (!settings.does(Step.TEXT_RULES)) {
            return read;
        }
        List<String> texts = TextRules.grades(read.stream().map(Reading::text).toList());
        return IntStream.range(0, read.size())
                .mapToObj(i -> read.get(i).with(texts.get(i)).amongAlike())
                .toList();
    }

    private record Placing(List<Box> places, Level level, Rulings rulings, double usual, int height) {}

    private Content ordered(List<LeaningBox> boxes, List<Reading> readings, Placing placing) {
        PageOrder order = order(placing.places(), placing.rulings());
        List<TextLine> lines = new ArrayList<>();
        List<Box> ordered = new ArrayList<>();
        int[] lineOf = new int[boxes.size()];
        int number = 0;
        for (List<Integer> row : order.rows()) {
            for (int i : row) {
                LeaningBox box = boxes.get(i);
                lineOf[i] = lines.size();
                ordered.add(placing.places().get(i));
                TextLine line = Lines.line(box, readings.get(i), number, Recogniser.isStacked(box, placing.usual()));
                TextLine decided = settings.does(Step.SECOND_LOOK) ? DECIDING.decide(line) : line;
                lines.add(settings.does(Step.TEXT_RULES) ? SumForm.doubted(decided) : decided);
            }
            number++;
        }
        List<PageOrder.Grid> tables = order.tables().stream()
                .map(table -> table.naming(i -> lineOf[i]))
                .toList();
        var ruled = new Blocks.Ruled(tables, placing.rulings().alone());
        return new Content(lines, Blocks.of(lines, ordered, ruled, placing.height(), placing.level()::page));
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

    private PageOrder order(List<Box> places, Rulings rulings) {
        if (settings.does(Step.READING_ORDER)) {
            return ReadingOrder.of(places, rulings);
        }
        List<List<Integer>> rows = IntStream.range(0, places.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> places.get(i).top()))
                .map(List::of)
                .toList();
        return new PageOrder(rows, List.of());
    }
}
