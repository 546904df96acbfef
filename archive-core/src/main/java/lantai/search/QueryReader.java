package lantai.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import lantai.problem.Malformed;
import lantai.search.Understood.Kind;

/** Takes a question apart: personal numbers first, then words in quotation marks, then words between white space. */
final class QueryReader {
    private static final int LONGEST = 400;
    private static final int MOST_WORDS = 30;
    private static final Pattern PART =
            Pattern.compile("[\"＂“”](?<quoted>[^\"＂“”]*)[\"＂“”]|「(?<corner>[^」]*)」|(?<word>[^\\s\\p{Z}\"＂“”「」]+)");
    private static final Pattern NAME = Pattern.compile("[\\p{IsHan}\\p{Co}]{2,15}");
    private static final Pattern LAST_FOUR = Pattern.compile("\\d{3}[\\dx]");
    private static final Pattern NAME_AND_LAST_FOUR = Pattern.compile("([\\p{IsHan}\\p{Co}]{2,15})(\\d{3}[\\dx])");

    private final SearchSettings settings;
    private final NumberKeys keys;

    QueryReader(SearchSettings settings, NumberKeys keys) {
        this.settings = settings;
        this.keys = keys;
    }

    /**
     * Takes a question apart.
     *
     * @throws Malformed when it is longer than 400 characters or has more than 30 words
     */
    ParsedQuery read(String text) {
        if (text.length() > LONGEST) {
            throw new Malformed(SearchProblem.QUERY_TOO_LONG, text.length(), LONGEST);
        }
        var numbers = PersonalNumbers.find(text);
        var words = new LinkedHashSet<Typed>();
        int start = 0;
        for (var number : numbers) {
            words.addAll(words(text.substring(start, number.start())));
            words.add(new Typed(Kind.PERSONAL_NUMBER, number.number(), ""));
            start = number.end();
        }
        words.addAll(words(text.substring(start)));
        if (words.size() > MOST_WORDS) {
            throw new Malformed(SearchProblem.QUERY_TOO_MANY_WORDS, words.size(), MOST_WORDS);
        }
        var terms = words.stream().map(word -> term(word, words)).toList();
        return new ParsedQuery(terms, Letters.of(text, numbers).text(), text.isBlank());
    }

    /** A part as typed, and its letters. */
    private record Typed(Kind kind, String text, String letters) {}

    private static List<Typed> words(String text) {
        var words = new ArrayList<Typed>();
        var parts = PART.matcher(text);
        while (parts.find()) {
            String quoted = Optional.ofNullable(parts.group("quoted")).orElse(parts.group("corner"));
            String word = quoted == null ? parts.group("word") : quoted;
            String letters = Letters.of(word).text();
            if (!letters.isEmpty()) {
                words.add(new Typed(quoted == null ? Kind.WORD : Kind.PHRASE, word.strip(), letters));
            }
        }
        return words;
    }

    private QueryTerm term(Typed typed, Set<Typed> all) {
        return switch (typed.kind()) {
            case PERSONAL_NUMBER -> number(typed.text());
            case PHRASE -> new QueryTerm(Kind.PHRASE, typed.text(), List.of(typed.letters()), Set.of(), "", Set.of());
            case WORD -> word(typed, all);
        };
    }

    private QueryTerm number(String number) {
        String masked = PersonalNumbers.mask(number, PersonalNumbers.find(number));
        return new QueryTerm(
                Kind.PERSONAL_NUMBER,
                masked,
                List.of(),
                Set.of(keys.whole(number)),
                "",
                settings.personByNumber().apply(number).map(Set::of).orElse(Set.of()));
    }

    private QueryTerm word(Typed typed, Set<Typed> all) {
        String lastFour = "";
        var names = new ArrayList<String>();
        var together = NAME_AND_LAST_FOUR.matcher(typed.letters());
        if (together.matches()) {
            names.add(together.group(1));
            lastFour = together.group(2);
        } else if (LAST_FOUR.matcher(typed.letters()).matches()) {
            lastFour = typed.letters();
            all.stream()
                    .map(Typed::letters)
                    .filter(letters -> NAME.matcher(letters).matches())
                    .forEach(names::add);
        }
        var hashes = new LinkedHashSet<String>();
        for (String name : names) {
            hashes.add(keys.lastFour(name, lastFour));
        }
        return new QueryTerm(
                Kind.WORD,
                typed.text(),
                settings.spellings().of(typed.letters()),
                hashes,
                hashes.isEmpty() ? "" : lastFour,
                Set.of());
    }
}
