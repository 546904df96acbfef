package lantai.web.appraisal;

/**
 * Where in a long list the reader is.
 *
 * @param page from 1
 * @param total how many there are on all pages
 */
public record Pages(int page, long total) {
    public Pages {
        page = Math.max(1, page);
    }

    /** {@return the number of the first one shown, 0 when there is none} */
    public long first() {
        return total == 0 ? 0 : (page - 1L) * AppraisalDoors.SIZE + 1;
    }

    /** {@return the number of the last one shown} */
    public long last() {
        return Math.min(total, (long) page * AppraisalDoors.SIZE);
    }

    public boolean hasNext() {
        return last() < total;
    }

    /** {@return how many lie on the pages before} */
    public static int offset(int page) {
        return (Math.max(1, page) - 1) * AppraisalDoors.SIZE;
    }
}
