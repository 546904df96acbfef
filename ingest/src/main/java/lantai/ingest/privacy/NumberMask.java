package lantai.ingest.privacy;

import java.util.Set;

/**
 * One kind of number that is masked wherever text of a record is shown: account numbers, telephones.
 *
 * @param name of the kind
 * @param labels words before such a number; without labels any run of digits of the right length and beginning is one
 * @param begins how such a number begins; empty for any beginning
 * @param least digits it has at least
 * @param most digits it has at most
 * @param first digits left open at its beginning
 * @param last digits left open at its end
 */
record NumberMask(String name, Set<String> labels, Set<String> begins, int least, int most, int first, int last) {
    private static final int LONGEST = 30;

    NumberMask {
        labels = Set.copyOf(labels);
        begins = Set.copyOf(begins);
        if (least < 4 || most < least || most > LONGEST || first < 0 || last < 0 || first + last >= least) {
            throw new IllegalArgumentException("not a mask: " + name);
        }
        if (labels.isEmpty() && begins.isEmpty()) {
            throw new IllegalArgumentException("a mask without labels and beginnings hides every number: " + name);
        }
    }

    /** {@return whether digits have the shape of such a number} */
    boolean fits(String digits) {
        return digits.length() >= least
                && digits.length() <= most
                && (begins.isEmpty() || begins.stream().anyMatch(digits::startsWith));
    }
}
