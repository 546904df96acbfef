package lantai.ocr.pdf;

import java.nio.file.Path;

/** Where the scan of one page comes from. */
public sealed interface ScanSource {

    /**
     * A picture file.
     *
     * @param file JPEG, PNG, TIFF, BMP or GIF
     * @param frame number of the picture in the file, from 0; only a TIFF has more than one
     */
    record PictureFile(Path file, int frame) implements ScanSource {}

    /**
     * A page of a PDF that consists of one picture. Other pages are drawn.
     *
     * @param file the PDF
     * @param page its number, from 0
     */
    record PdfPage(Path file, int page) implements ScanSource {}
}
