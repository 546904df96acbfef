package lantai.ocr.onnx;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import lantai.ocr.OcrException;
import lantai.ocr.image.Crop;
import lantai.ocr.image.GrayImage;
import lantai.ocr.image.LeaningBox;

/** Reads the text in boxes, in batches of about equal length. */
final class Recogniser implements AutoCloseable {

    private static final int HEIGHT = 48;
    private static final int SHORTEST = 32;
    private static final int LONGEST = 3200;
    private static final int STEP = 16;
    private static final int BATCH = 8;
    /** Crops of one or two characters are read badly without room behind them, but the room costs time. */
    private static final int DOUBTFUL_WIDTH = 144;

    private static final int AMPLE = 320;
    private static final double SURE = 0.9;

    private final Session session;
    private final CtcDecoder decoder;

    Recogniser(Session session, CtcDecoder decoder) {
        this.session = session;
        this.decoder = decoder;
    }

    /** What stands in each box, in the order of the boxes. */
    List<Reading> read(GrayImage page, List<LeaningBox> boxes) throws OcrException {
        List<Reading> readings = new ArrayList<>(Collections.nCopies(boxes.size(), Reading.of(List.of())));
        List<Integer> all = IntStream.range(0, boxes.size()).boxed().toList();
        readAll(page, boxes, all, SHORTEST, readings);
        List<Reading> second = new ArrayList<>(readings);
        List<Integer> doubtful = all.stream()
                .filter(i ->
                        width(boxes.get(i)) <= DOUBTFUL_WIDTH && readings.get(i).confidence() < SURE)
                .toList();
        readAll(page, boxes, doubtful, AMPLE, second);
        for (int i : doubtful) {
            if (second.get(i).confidence() > readings.get(i).confidence()) {
                readings.set(i, second.get(i));
            }
        }
        return readings;
    }

    private void readAll(GrayImage page, List<LeaningBox> boxes, List<Integer> some, int least, List<Reading> readings)
            throws OcrException {
        List<Integer> order = some.stream()
                .sorted(Comparator.comparingInt(i -> width(boxes.get(i))))
                .toList();
        int from = 0;
        while (from < order.size()) {
            int to = from + 1;
            int shortest = Math.max(least, width(boxes.get(order.get(from))));
            while (to < order.size()
                    && to - from < BATCH
                    && width(boxes.get(order.get(to))) <= shortest + shortest / 8 + STEP) {
                to++;
            }
            readBatch(page, boxes, order.subList(from, to), least, readings);
            from = to;
        }
    }

    private static int width(LeaningBox box) {
        double width = HEIGHT * box.length() / Math.max(1, box.thickness());
        return Math.clamp(Math.round(width), SHORTEST, LONGEST);
    }

    private void readBatch(
            GrayImage page, List<LeaningBox> boxes, List<Integer> chosen, int least, List<Reading> readings)
            throws OcrException {
        int widest = Math.max(least, width(boxes.get(chosen.getLast())));
        int padded = (widest + STEP - 1) / STEP * STEP;
        FloatBuffer input = Buffers.floats(chosen.size() * 3 * HEIGHT * padded);
        for (int i = 0; i < chosen.size(); i++) {
            LeaningBox box = boxes.get(chosen.get(i));
            int width = width(box);
            put(Crop.of(page, box, width, HEIGHT), width, input, i * 3 * HEIGHT * padded, padded);
        }
        Session.Output output = session.run(input, chosen.size(), 3, HEIGHT, padded);
        int steps = output.rows();
        int classes = output.columns();
        for (int i = 0; i < chosen.size(); i++) {
            double length = (double) width(boxes.get(chosen.get(i))) / padded;
            Reading reading = decoder.decode(output.values(), i * steps * classes, steps, classes, length);
            readings.set(chosen.get(i), reading);
        }
    }

    private static void put(float[] crop, int width, FloatBuffer input, int offset, int padded) {
        for (int channel = 0; channel < 3; channel++) {
            for (int y = 0; y < HEIGHT; y++) {
                int row = offset + (channel * HEIGHT + y) * padded;
                for (int x = 0; x < width; x++) {
                    input.put(row + x, crop[y * width + x] / 127.5f - 1);
                }
            }
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
