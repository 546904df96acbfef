package lantai.ingest.propose;

import lantai.ocr.Box;

/**
 * Where on the document something was read.
 *
 * @param page from 1
 * @param box in pixels of the upright page
 */
public record Evidence(int page, Box box) {
    public Evidence {
        if (page < 1) {
            throw new IllegalArgumentException("page " + page + ", expected 1 or more");
        }
    }
}
