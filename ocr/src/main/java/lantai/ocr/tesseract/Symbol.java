package lantai.ocr.tesseract;

import lantai.ocr.Box;

/**
 * One character as Tesseract gives it.
 *
 * @param startsLine whether a line of text begins with it
 * @param startsWord whether a word begins with it
 */
record Symbol(String text, Box box, double confidence, boolean startsLine, boolean startsWord) {}
