package lantai.search;

/**
 * Where a personal number stood before it was masked.
 *
 * @param page the page, from 1; 0 for the title
 * @param start its first char there
 * @param key the keyed hash of the number
 */
record NumberPlace(int page, int start, String key) {

    String encoded() {
        return page + "\t" + start + '\t' + key;
    }

    static NumberPlace decode(String encoded) {
        int first = encoded.indexOf('\t');
        int second = encoded.indexOf('\t', first + 1);
        return new NumberPlace(
                Integer.parseInt(encoded.substring(0, first)),
                Integer.parseInt(encoded.substring(first + 1, second)),
                encoded.substring(second + 1));
    }
}
