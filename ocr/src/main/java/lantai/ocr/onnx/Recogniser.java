package lantai.ocr.onnx;

import java.lang.foreign.Arena;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import lantai.ocr.OcrException;
import lantai.ocr.image.Crop;
import lantai.ocr.image.GrayImage;
import lantai.ocr.image.LeaningBox;
import lantai.ocr.image.StackedText;

/** Reads the text in boxes, in batches of about equal length. */
final class Recogniser implements AutoCloseable {

    private static final int HEIGHT = 48;
    private static final int SHORTEST = 32;
    private static final int LONGEST = 3200;
    private static final int STEP = 16;
    /** More at once would wait for the widest of them, and on one thread larger batches are not faster. */
    private static final int BATCH = 2;
    /** Crops of one or two characters are read badly without room behind them, but the room costs time. */
    private static final int DOUBTFUL_WIDTH = 144;

    private static final int AMPLE = 320;
    private static final double SURE = 0.9;

    /** One box to be read. */
    private record Slip(LeaningBox box, boolean stacked) {}

    private final Session session;
    private final CtcDecoder decoder;

    Recogniser(Session session, CtcDecoder decoder) {
        this.session = session;
        this.decoder = decoder;
    }

    /** What stands in each box, in the order of the boxes. */
    List<Reading> read(GrayImage page, List<LeaningBox> boxes) throws OcrException {
        double usual = usualHeight(boxes);
        List<Slip> slips =
                boxes.stream().map(box -> new Slip(box, isStacked(box, usual))).toList();
        List<Reading> readings = new ArrayList<>(Collections.nCopies(boxes.size(), Reading.of(List.of())));
        List<Integer> all = IntStream.range(0, boxes.size()).boxed().toList();
        readAll(page, slips, all, SHORTEST, readings);
        List<Reading> second = new ArrayList<>(readings);
        List<Integer> doubtful = all.stream()
                .filter(i ->
                        width(slips.get(i)) <= DOUBTFUL_WIDTH && readings.get(i).confidence() < SURE)
                .toList();
        readAll(page, slips, doubtful, AMPLE, second);
        for (int i : doubtful) {
            if (second.get(i).confidence() > readings.get(i).confidence()) {
                readings.set(i, second.get(i));
            }
        }
        return readings;
    }

    private void readAll(GrayImage page, List<Slip> slips, List<Integer> some, int least, List<Reading> readings)
            throws OcrException {
        List<Integer> order = some.stream()
                .sorted(Comparator.comparingInt(i -> width(slips.get(i))))
                .toList();
        int from = 0;
        while (from < order.size()) {
            int to = from + 1;
            int shortest = Math.max(least, width(slips.get(order.get(from))));
            while (to < order.size()
                    && to - from < BATCH
                    && width(slips.get(order.get(to))) <= shortest + shortest / 8 + STEP) {
                to++;
            }
            readBatch(page, slips, order.subList(from, to), least, readings);
            from = to;
        }
    }

    /**
     * Whether characters stand below each other in a box: it is tall, and not only because its one character is narrow.
     *
     * @param usual height of the page's lines in pixels
     */
    static boolean isStacked(LeaningBox box, double usual) {
        return box.thickness() > 1.5 * box.length() && box.thickness() > 1.55 * usual;
    }

    /** The median of the shorter sides; 0 without boxes. */
    static double usualHeight(List<LeaningBox> boxes) {
        double[] sides = boxes.stream()
                .mapToDouble(box -> Math.min(box.length(), box.thickness()))
                .sorted()
                .toArray();
        return sides.length == 0 ? 0 : sides[sides.length / 2];
    }

    private static float[] crop(GrayImage page, Slip slip, int width) {
        LeaningBox box = slip.box();
        if (!slip.stacked()) {
            return Crop.of(page, box, width, HEIGHT);
        }
        float[] row = new float[width * HEIGHT];
        Arrays.fill(row, 255);
        List<LeaningBox> characters = StackedText.characters(page, box);
        double pitch = (double) width / Math.max(1, characters.size());
        for (int i = 0; i < characters.size(); i++) {
            int from = (int) Math.round(i * pitch);
            int own = Math.min(HEIGHT, (int) Math.round((i + 1) * pitch) - from);
            float[] character = Crop.of(page, characters.get(i), Math.max(1, own), HEIGHT);
            for (int y = 0; y < HEIGHT; y++) {
                System.arraycopy(character, y * Math.max(1, own), row, y * width + from, own);
            }
        }
        return row;
    }

    private static int width(Slip slip) {
        LeaningBox box = slip.box();
        double width = slip.stacked()
                ? HEIGHT * box.thickness() / Math.max(1, box.length())
                : HEIGHT * box.length() / Math.max(1, box.thickness());
        return Math.clamp(Math.round(width), SHORTEST, LONGEST);
    }

    private void readBatch(GrayImage page, List<Slip> slips, List<Integer> chosen, int least, List<Reading> readings)
            throws OcrException {
        int widest = Math.max(least, width(slips.get(chosen.getLast())));
        int padded = (widest + STEP - 1) / STEP * STEP;
        Session.Output output = output(page, chosen.stream().map(slips::get).toList(), padded);
        int steps = output.rows();
        int classes = output.columns();
        for (int i = 0; i < chosen.size(); i++) {
            double length = (double) width(slips.get(chosen.get(i))) / padded;
            Reading reading = decoder.decode(output.values(), i * steps * classes, steps, classes, length);
            readings.set(chosen.get(i), reading);
        }
    }

    private Session.Output output(GrayImage page, List<Slip> slips, int padded) throws OcrException {
        try (Arena memory = Arena.ofConfined()) {
            FloatBuffer input = Buffers.floats(slips.size() * 3 * HEIGHT * padded, memory);
            for (int i = 0; i < slips.size(); i++) {
                int width = width(slips.get(i));
                put(crop(page, slips.get(i), width), width, input, i * 3 * HEIGHT * padded, padded);
            }
            return session.run(input, slips.size(), 3, HEIGHT, padded);
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
