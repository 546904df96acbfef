package lantai.ocr.tesseract;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import lantai.ocr.Box;
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

    private static final double PLAUSIBLE = 0.93;
    private static final int[] TURNS = {0, 180, 90, 270};

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
        List<Symbol> best = List.of();
        double most = -1;
        for (int turn : TURNS) {
            List<Symbol> symbols = handle.read(page.turned(turn), dpi);
            double confidence = confidence(symbols);
            if (confidence > most) {
                most = confidence;
                best = symbols;
                rotation = turn;
            }
            if (confidence > PLAUSIBLE) {
                break;
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

    /** Mean confidence; 0 when the lines run up or down, for Tesseract reads a page on its side without telling. */
    private static double confidence(List<Symbol> symbols) {
        double along = 0;
        double across = 0;
        for (int i = 1; i < symbols.size(); i++) {
            if (!symbols.get(i).startsLine()) {
                Box before = symbols.get(i - 1).box();
                Box after = symbols.get(i).box();
                along += Math.abs(after.centerX() - before.centerX());
                across += Math.abs(after.centerY() - before.centerY());
            }
        }
        if (across > along) {
            return 0;
        }
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
