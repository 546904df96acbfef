package lantai.ocr.onnx;

import java.lang.foreign.Arena;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import lantai.ocr.OcrException;
import lantai.ocr.image.Components;
import lantai.ocr.image.GrayImage;
import lantai.ocr.image.LeaningBox;

/** Finds where text stands on a page: one box a line, or a part of a line. */
final class Detector implements AutoCloseable {

    private static final float PIXEL_THRESHOLD = 0.3f;
    private static final double BOX_THRESHOLD = 0.5;
    private static final double UNCLIP = 1.6;
    private static final int SMALLEST_PART = 10;
    private static final double SMALLEST_SIDE = 3;
    private static final float[] MEAN = {0.485f, 0.456f, 0.406f};
    private static final float[] DEVIATION = {0.229f, 0.224f, 0.225f};

    private final Session session;

    Detector(Session session) {
        this.session = session;
    }

    /** The boxes in pixels of {@code page}, in no order. {@code page} should be about 140 dpi. */
    List<LeaningBox> detect(GrayImage page) throws OcrException {
        int width = Math.max(32, Math.round(page.width() / 32f) * 32);
        int height = Math.max(32, Math.round(page.height() / 32f) * 32);
        GrayImage fitted = page.resized(width, height);
        FloatBuffer probabilities = probabilities(fitted);
        double scaleX = (double) page.width() / width;
        double scaleY = (double) page.height() / height;
        return boxes(probabilities, width, height).stream()
                .map(box -> new LeaningBox(
                        box.centerX() * scaleX,
                        box.centerY() * scaleY,
                        box.length() * scaleX,
                        box.thickness() * scaleY,
                        box.angle()))
                .toList();
    }

    private FloatBuffer probabilities(GrayImage page) throws OcrException {
        try (Arena memory = Arena.ofConfined()) {
            return session.run(input(page, memory), 1, 3, page.height(), page.width())
                    .values();
        }
    }

    private static FloatBuffer input(GrayImage page, Arena memory) {
        byte[] samples = page.samples();
        FloatBuffer input = Buffers.floats(3 * samples.length, memory);
        for (int channel = 0; channel < 3; channel++) {
            float[] values = new float[256];
            for (int i = 0; i < 256; i++) {
                values[i] = (i / 255f - MEAN[channel]) / DEVIATION[channel];
            }
            for (byte sample : samples) {
                input.put(values[sample & 0xFF]);
            }
        }
        return input.rewind();
    }

    private static List<LeaningBox> boxes(FloatBuffer probabilities, int width, int height) {
        boolean[] mask = new boolean[width * height];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = probabilities.get(i) > PIXEL_THRESHOLD;
        }
        List<LeaningBox> boxes = new ArrayList<>();
        Components.visit(mask, width, (pixels, count) -> {
            if (count < SMALLEST_PART || meanOf(probabilities, pixels, count) < BOX_THRESHOLD) {
                return;
            }
            LeaningBox box = MinimumRectangle.around(pixels, count, width);
            // A short part has no direction of its own.
            if (Math.max(box.length(), box.thickness()) < 3 * Math.min(box.length(), box.thickness())) {
                box = MinimumRectangle.around(pixels, count, width, 0);
            }
            if (Math.min(box.length(), box.thickness()) >= SMALLEST_SIDE) {
                boxes.add(grown(box));
            }
        });
        return boxes;
    }

    private static double meanOf(FloatBuffer probabilities, int[] pixels, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += probabilities.get(pixels[i]);
        }
        return sum / count;
    }

    /** The model marks the core of a line; the whole line is larger by a share of area over perimeter. */
    private static LeaningBox grown(LeaningBox core) {
        double margin = core.length() * core.thickness() * UNCLIP / (2 * (core.length() + core.thickness()));
        return new LeaningBox(
                core.centerX(),
                core.centerY(),
                core.length() + 2 * margin,
                core.thickness() + 2 * margin,
                core.angle());
    }

    @Override
    public void close() {
        session.close();
    }
}
