package lantai.ingest.review;

import java.util.Comparator;

/** Orders names as people do: runs of digits by their number, so that page 2 comes before page 10. */
public final class NaturalOrder implements Comparator<String> {
    /** For paths of received files. */
    public static final Comparator<String> PATHS = new NaturalOrder().thenComparing(Comparator.naturalOrder());

    private NaturalOrder() {}

    @Override
    public int compare(String one, String other) {
        var i = 0;
        var j = 0;
        while (i < one.length() && j < other.length()) {
            if (isDigit(one.charAt(i)) && isDigit(other.charAt(j))) {
                var endOne = endOfDigits(one, i);
                var endOther = endOfDigits(other, j);
                var order = numbers(one.substring(i, endOne), other.substring(j, endOther));
                if (order != 0) {
                    return order;
                }
                i = endOne;
                j = endOther;
            } else if (one.charAt(i) != other.charAt(j)) {
                return Character.compare(one.charAt(i), other.charAt(j));
            } else {
                i++;
                j++;
            }
        }
        return Integer.compare(one.length() - i, other.length() - j);
    }

    private static int numbers(String one, String other) {
        var bare = one.replaceFirst("^0+(?=.)", "");
        var otherBare = other.replaceFirst("^0+(?=.)", "");
        return bare.length() == otherBare.length()
                ? bare.compareTo(otherBare)
                : Integer.compare(bare.length(), otherBare.length());
    }

    private static int endOfDigits(String text, int from) {
        var end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
