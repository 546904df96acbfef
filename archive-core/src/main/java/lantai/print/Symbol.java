package lantai.print;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.Code128Writer;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A code that scanners read: bars (Code 128, ISO/IEC 15417) or squares (QR, ISO/IEC 18004), in modules without the quiet zone.
 *
 * @param columns modules across
 * @param rows modules down; 1 for bars, which are as high as one likes
 * @param runs what is black
 */
record Symbol(int columns, int rows, List<Run> runs) {
    Symbol {
        runs = List.copyOf(runs);
    }

    /**
     * Black modules side by side.
     *
     * @param row from the top, 0 first
     * @param column from the left, 0 first
     */
    record Run(int row, int column, int length) {}

    /** {@return the symbol of a code; nothing of an empty one} */
    static Optional<Symbol> of(LabelPdf.Code kind, String code) {
        return switch (kind) {
            case BARS -> bars(code).or(() -> squares(code));
            case SQUARES -> squares(code);
        };
    }

    boolean isBars() {
        return rows == 1;
    }

    /** Bars know printable ASCII only; the dot of reference codes is written as a full stop, which the archive reads as the same. */
    private static Optional<Symbol> bars(String code) {
        var text = code.replace('·', '.');
        if (text.isEmpty() || text.length() > 80 || !text.chars().allMatch(letter -> letter >= ' ' && letter < 127)) {
            return Optional.empty();
        }
        var modules = new Code128Writer().encode(text);
        var matrix = new BitMatrix(modules.length, 1);
        for (var i = 0; i < modules.length; i++) {
            if (modules[i]) {
                matrix.set(i, 0);
            }
        }
        return Optional.of(drawn(matrix));
    }

    private static Optional<Symbol> squares(String code) {
        if (code.isEmpty()) {
            return Optional.empty();
        }
        try {
            var bytes = Encoder.encode(
                            code,
                            ErrorCorrectionLevel.M,
                            Map.of(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8.name()))
                    .getMatrix();
            var matrix = new BitMatrix(bytes.getWidth(), bytes.getHeight());
            for (var y = 0; y < bytes.getHeight(); y++) {
                for (var x = 0; x < bytes.getWidth(); x++) {
                    if (bytes.get(x, y) == 1) {
                        matrix.set(x, y);
                    }
                }
            }
            return Optional.of(drawn(matrix));
        } catch (WriterException tooLong) {
            return Optional.empty();
        }
    }

    private static Symbol drawn(BitMatrix matrix) {
        var runs = new ArrayList<Run>();
        for (var y = 0; y < matrix.getHeight(); y++) {
            for (var x = 0; x < matrix.getWidth(); x++) {
                if (matrix.get(x, y)) {
                    var from = x;
                    while (x + 1 < matrix.getWidth() && matrix.get(x + 1, y)) {
                        x++;
                    }
                    runs.add(new Run(y, from, x - from + 1));
                }
            }
        }
        return new Symbol(matrix.getWidth(), matrix.getHeight(), runs);
    }
}
