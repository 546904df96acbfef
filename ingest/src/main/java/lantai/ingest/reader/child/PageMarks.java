package lantai.ingest.reader.child;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lantai.ingest.reader.PageMeasure.Mark;

/**
 * The codes printed on a page: bars are looked for on some lines in full size, first across and then down, squares on the reduced
 * page. One of each is found at most.
 */
final class PageMarks {
    private static final int LONGEST = 200;
    private static final Map<DecodeHintType, Object> BARS = Map.of(
            DecodeHintType.POSSIBLE_FORMATS,
            List.of(BarcodeFormat.CODE_128, BarcodeFormat.CODE_39),
            DecodeHintType.TRY_HARDER,
            true);
    private static final Map<DecodeHintType, Object> SQUARES =
            Map.of(DecodeHintType.POSSIBLE_FORMATS, List.of(BarcodeFormat.QR_CODE));

    private PageMarks() {}

    static List<Mark> of(GrayPage page) {
        var found = new ArrayList<Mark>();
        read(new GlobalHistogramBinarizer(new Lines(page, false)), BARS)
                .or(() -> read(new GlobalHistogramBinarizer(new Lines(page, true)), BARS))
                .ifPresent(found::add);
        read(new HybridBinarizer(new Reduced(page)), SQUARES).ifPresent(found::add);
        return found;
    }

    private static Optional<Mark> read(Binarizer page, Map<DecodeHintType, ?> hints) {
        var reader = new MultiFormatReader();
        try {
            var result = reader.decode(new BinaryBitmap(page), hints);
            var text = result.getText().strip();
            return text.isEmpty() || text.length() > LONGEST
                    ? Optional.empty()
                    : Optional.of(new Mark(result.getBarcodeFormat().name(), text));
        } catch (NotFoundException | IllegalArgumentException | ArrayIndexOutOfBoundsException none) {
            // a page too small for a code makes the decoder stumble
            return Optional.empty();
        }
    }

    /** The page in full size, of which only single lines are asked for. */
    private static final class Lines extends LuminanceSource {
        private final GrayPage page;
        private final boolean down;

        Lines(GrayPage page, boolean down) {
            super(down ? page.fullHeight() : page.fullWidth(), down ? page.fullWidth() : page.fullHeight());
            this.page = page;
            this.down = down;
        }

        @Override
        public byte[] getRow(int line, byte[] kept) {
            var row = kept == null || kept.length < getWidth() ? new byte[getWidth()] : kept;
            for (var i = 0; i < getWidth(); i++) {
                row[i] = (byte) (down ? page.full(line, i) : page.full(i, line));
            }
            return row;
        }

        @Override
        public byte[] getMatrix() {
            throw new IllegalArgumentException("bars are read line by line");
        }
    }

    /** The reduced page. */
    private static final class Reduced extends LuminanceSource {
        private final GrayPage page;

        Reduced(GrayPage page) {
            super(page.width(), page.height());
            this.page = page;
        }

        @Override
        public byte[] getRow(int line, byte[] kept) {
            var row = kept == null || kept.length < getWidth() ? new byte[getWidth()] : kept;
            System.arraycopy(page.small(), line * getWidth(), row, 0, getWidth());
            return row;
        }

        @Override
        public byte[] getMatrix() {
            return page.small();
        }
    }
}
