package lantai.ingest.scan;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether two pages read alike. Forms of one kind look alike, so the numbers written into them must agree as well. */
final class Likeness {
    private static final int FEW = 20;
    private static final double WORDS = 0.85;
    private static final double NUMBERS = 0.6;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{4,}[0-9Xx]?");

    private Likeness() {}

    /** {@return whether two texts are too short to tell pages apart} */
    static boolean tellsNothing(String one, String other) {
        return bare(one).length() < FEW && bare(other).length() < FEW;
    }

    static boolean alike(String one, String other) {
        var numbers = numbers(one);
        var others = numbers(other);
        return shared(pairs(bare(one)), pairs(bare(other))) >= WORDS
                && ((numbers.isEmpty() && others.isEmpty()) || shared(numbers, others) >= NUMBERS);
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s\\p{Punct}，。、：；（）]+", "");
    }

    private static Set<String> pairs(String text) {
        var pairs = new HashSet<String>();
        for (var i = 0; i + 2 <= text.length(); i++) {
            pairs.add(text.substring(i, i + 2));
        }
        return pairs;
    }

    private static Set<String> numbers(String text) {
        var numbers = new HashSet<String>();
        NUMBER.matcher(text).results().forEach(found -> numbers.add(found.group()));
        return numbers;
    }

    private static double shared(Set<String> one, Set<String> other) {
        var both = one.stream().filter(other::contains).count();
        var all = one.size() + other.size() - both;
        return all == 0 ? 0 : (double) both / all;
    }
}
