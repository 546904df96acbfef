package lantai.ocr.tesseract;

import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lantai.ocr.Box;
import lantai.ocr.OcrException;
import lantai.ocr.image.GrayImage;
import net.sourceforge.tess4j.ITessAPI.TessBaseAPI;
import net.sourceforge.tess4j.ITessAPI.TessPageIterator;
import net.sourceforge.tess4j.ITessAPI.TessResultIterator;
import net.sourceforge.tess4j.TessAPI;

/** One instance of Tesseract; used by one thread at a time. */
final class TesseractHandle implements AutoCloseable {

    private static final int AUTOMATIC_PAGE = 3;
    private static final int TEXT_LINE = 2;
    private static final int WORD = 3;
    private static final int SYMBOL = 4;

    private final TessAPI library;
    private final TessBaseAPI handle;

    TesseractHandle(TessAPI library, Path languageData) throws OcrException {
        this.library = library;
        this.handle = library.TessBaseAPICreate();
        if (library.TessBaseAPIInit3(handle, languageData.toString(), "chi_sim") != 0) {
            library.TessBaseAPIDelete(handle);
            throw new OcrException("Tesseract cannot load its language data from \"" + languageData + '"');
        }
        library.TessBaseAPISetPageSegMode(handle, AUTOMATIC_PAGE);
    }

    /** All characters of a page in Tesseract's own order. */
    List<Symbol> read(GrayImage page, int dpi) throws OcrException {
        ByteBuffer pixels = ByteBuffer.allocateDirect(page.samples().length);
        pixels.put(page.samples()).rewind();
        try {
            library.TessBaseAPISetImage(handle, pixels, page.width(), page.height(), 1, page.width());
            library.TessBaseAPISetSourceResolution(handle, dpi);
            if (library.TessBaseAPIRecognize(handle, null) != 0) {
                throw new OcrException("Tesseract could not read the page");
            }
            TessResultIterator results = library.TessBaseAPIGetIterator(handle);
            return results == null ? List.of() : symbols(results);
        } finally {
            library.TessBaseAPIClear(handle);
        }
    }

    private List<Symbol> symbols(TessResultIterator results) {
        List<Symbol> symbols = new ArrayList<>();
        try {
            TessPageIterator places = library.TessResultIteratorGetPageIterator(results);
            do {
                Pointer text = library.TessResultIteratorGetUTF8Text(results, SYMBOL);
                if (text != null) {
                    String character = text.getString(0, StandardCharsets.UTF_8.name());
                    library.TessDeleteText(text);
                    if (!character.isBlank()) {
                        symbols.add(symbol(character, results, places));
                    }
                }
            } while (library.TessResultIteratorNext(results, SYMBOL) != 0);
        } finally {
            library.TessResultIteratorDelete(results);
        }
        return symbols;
    }

    private Symbol symbol(String text, TessResultIterator results, TessPageIterator places) {
        IntBuffer[] sides = {IntBuffer.allocate(1), IntBuffer.allocate(1), IntBuffer.allocate(1), IntBuffer.allocate(1)
        };
        library.TessPageIteratorBoundingBox(places, SYMBOL, sides[0], sides[1], sides[2], sides[3]);
        var box = new Box(
                sides[0].get(0),
                sides[1].get(0),
                Math.max(sides[0].get(0), sides[2].get(0)),
                Math.max(sides[1].get(0), sides[3].get(0)));
        double confidence = Math.clamp(library.TessResultIteratorConfidence(results, SYMBOL) / 100, 0, 1);
        return new Symbol(
                text,
                box,
                confidence,
                library.TessPageIteratorIsAtBeginningOf(places, TEXT_LINE) != 0,
                library.TessPageIteratorIsAtBeginningOf(places, WORD) != 0);
    }

    @Override
    public void close() {
        library.TessBaseAPIEnd(handle);
        library.TessBaseAPIDelete(handle);
    }
}
