package lantai.ocr.tesseract;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import lantai.ocr.OcrEngine;
import lantai.ocr.OcrException;
import lantai.ocr.PageText;
import lantai.ocr.image.BackgroundDivision;
import lantai.ocr.image.GrayImage;
import lantai.ocr.image.Scan;
import lantai.ocr.image.SealSeparation;
import net.sourceforge.tess4j.TessAPI;

/** Tesseract with simplified Chinese. Each reading thread gets an instance of its own, kept for the next page. */
public final class TesseractEngine implements OcrEngine {

    private static final double PLAUSIBLE = 0.6;

    private final TessAPI library;
    private final TesseractFiles files;
    private final Deque<TesseractHandle> idle = new ConcurrentLinkedDeque<>();

    /**
     * Loads library and language data.
     *
     * @param folder where both are laid; it must exist and be writable
     * @throws OcrException when there is no library for this machine
     */
    public TesseractEngine(Path folder) throws OcrException {
        this.files = new TesseractFiles(folder);
        this.library = files.load();
        idle.push(new TesseractHandle(library, files.folder()));
    }

    @Override
    public PageText read(BufferedImage picture, int dpi) throws OcrException {
        GrayImage page = BackgroundDivision.apply(SealSeparation.apply(Scan.of(picture), dpi), dpi);
        TesseractHandle handle = idle.poll();
        if (handle == null) {
            handle = new TesseractHandle(library, files.folder());
        }
        try {
            return read(handle, page, dpi);
        } finally {
            idle.push(handle);
        }
    }

    private PageText read(TesseractHandle handle, GrayImage page, int dpi) throws OcrException {
        int rotation = 0;
        List<Symbol> best = handle.read(page, dpi);
        if (confidence(best) < PLAUSIBLE) {
            for (int turn : new int[] {90, 180, 270}) {
                List<Symbol> turned = handle.read(page.turned(turn), dpi);
                if (confidence(turned) * turned.size() > confidence(best) * best.size()) {
                    best = turned;
                    rotation = turn;
                }
            }
        }
        GrayImage upright = page.turned(rotation);
        return new PageText(
                upright.width(),
                upright.height(),
                dpi,
                rotation,
                new SymbolLines(upright, dpi).of(best),
                id(),
                files.digest());
    }

    private static double confidence(List<Symbol> symbols) {
        return symbols.stream().mapToDouble(Symbol::confidence).average().orElse(0);
    }

    @Override
    public String id() {
        return "tesseract";
    }

    @Override
    public void close() {
        idle.forEach(TesseractHandle::close);
        idle.clear();
    }
}
