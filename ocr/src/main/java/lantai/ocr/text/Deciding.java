package lantai.ocr.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lantai.ocr.Decision;
import lantai.ocr.Decision.Reason;
import lantai.ocr.Glyph;
import lantai.ocr.PageText;
import lantai.ocr.TextLine;
import lantai.ocr.Variant;

/**
 * Decides on doubtful characters by what only one of their variants makes right: the check digit of an identity number, a
 * word of the dictionary, a number without letters. What nothing decides stays doubtful. A line that a person looked at is
 * left alone.
 */
public final class Deciding {

    private static final double LEAST = 0.02;
    private static final int MOST_TRIED = 8;
    private static final double CHECKED = 0.99;

    private final Lexicon words;

    public Deciding(Lexicon words) {
        this.words = words;
    }

    /** The same page with what could be decided. */
    public PageText decide(PageText page) {
        List<TextLine> lines = page.lines().stream().map(this::decide).toList();
        return new PageText(
                page.width(),
                page.height(),
                page.dpi(),
                page.rotation(),
                lines,
                page.blocks(),
                page.engine(),
                page.modelDigest());
    }

    /** The same line with what could be decided, and why. */
    public TextLine decide(TextLine line) {
        if (line.decision().stream().anyMatch(Decision.ByPerson.class::isInstance)
                || line.glyphs().stream().allMatch(glyph -> glyph.variants().isEmpty())) {
            return line;
        }
        return byNumber(byWord(byCheckDigit(line)));
    }

    /** One character taken for another. */
    private record Change(int glyph, Variant variant) {}

    private static TextLine byCheckDigit(TextLine line) {
        List<Glyph> glyphs = line.glyphs();
        for (int from = 0; from + IdNumberForm.LENGTH <= glyphs.size(); from++) {
            int to = from + IdNumberForm.LENGTH;
            boolean apart = !isDigit(glyphs, from - 1) && !isDigit(glyphs, to);
            if (apart && IntStream.range(from, to).allMatch(i -> mayBeDigit(glyphs.get(i)))) {
                List<List<Change>> right = repairs(glyphs, from, to);
                if (right.size() == 1) {
                    return changed(line, right.getFirst(), Reason.CHECK_DIGIT);
                }
            }
        }
        return line;
    }

    /** The sets of one or two changes that make a valid number of an invalid one; none when it is valid. */
    private static List<List<Change>> repairs(List<Glyph> glyphs, int from, int to) {
        String read = text(glyphs, from, to, List.of());
        if (IdNumberForm.isValid(read)) {
            return List.of();
        }
        List<Change> changes = new ArrayList<>();
        for (int i = from; i < to; i++) {
            for (Variant variant : glyphs.get(i).variants()) {
                if (isDigit(variant.text()) && variant.confidence() >= LEAST) {
                    changes.add(new Change(i, variant));
                }
            }
        }
        List<Change> likely = changes.stream()
                .sorted(Comparator.comparingDouble(change -> -change.variant().confidence()))
                .limit(MOST_TRIED)
                .toList();
        List<List<Change>> one = likely.stream()
                .map(List::of)
                .filter(set -> IdNumberForm.isValid(text(glyphs, from, to, set)))
                .toList();
        if (!one.isEmpty()) {
            return one;
        }
        List<List<Change>> two = new ArrayList<>();
        for (Change first : likely) {
            for (Change second : likely) {
                List<Change> both = List.of(first, second);
                if (first.glyph() < second.glyph() && IdNumberForm.isValid(text(glyphs, from, to, both))) {
                    two.add(both);
                }
            }
        }
        return two;
    }

    private TextLine byWord(TextLine line) {
        TextLine decided = line;
        for (int i = 0; i < line.glyphs().size(); i++) {
            Optional<Change> change = word(decided, i);
            if (change.isPresent()) {
                decided = changed(decided, List.of(change.get()), Reason.WORD);
            }
        }
        return decided;
    }

    private Optional<Change> word(TextLine line, int glyph) {
        Glyph doubted = line.glyphs().get(glyph);
        if (doubted.variants().isEmpty() || doubted.text().length() != 1) {
            return Optional.empty();
        }
        int at = line.places().get(glyph);
        int most = words.over(line.text(), at);
        Optional<Change> best = Optional.empty();
        for (Variant variant : doubted.variants()) {
            if (variant.text().length() == 1 && variant.confidence() >= LEAST) {
                int length = words.over(replaced(line.text(), at, variant.text()), at);
                if (length > most) {
                    most = length;
                    best = Optional.of(new Change(glyph, variant));
                }
            }
        }
        return best;
    }

    private static TextLine byNumber(TextLine line) {
        TextLine decided = line;
        for (int i = 1; i + 1 < line.glyphs().size(); i++) {
            Glyph glyph = line.glyphs().get(i);
            boolean letter = glyph.text().matches("[A-Za-z|]");
            if (letter && isDigit(line.glyphs(), i - 1) && isDigit(line.glyphs(), i + 1)) {
                int place = i;
                Optional<Change> digit = glyph.variants().stream()
                        .filter(variant -> variant.text().matches("\\d") && variant.confidence() >= LEAST)
                        .findFirst()
                        .map(variant -> new Change(place, variant));
                if (digit.isPresent()) {
                    decided = changed(decided, List.of(digit.get()), Reason.NUMBER);
                }
            }
        }
        return decided;
    }

    private static TextLine changed(TextLine line, List<Change> changes, Reason reason) {
        List<Glyph> glyphs = new ArrayList<>(line.glyphs());
        List<Integer> places = line.places();
        String text = line.text();
        for (Change change : changes) {
            Glyph before = glyphs.get(change.glyph());
            text = replaced(text, places.get(change.glyph()), change.variant().text());
            glyphs.set(change.glyph(), swapped(before, change.variant(), reason));
        }
        String first = line.decision().map(Decision::before).orElse(line.text());
        var why = new Decision.ByRule(reason, first);
        return new TextLine(line.quad(), text, line.confidence(), glyphs, line.row(), Optional.of(why));
    }

    /**
     * What was read stays as a variant, so that a person can take it back. A check digit that comes out leaves no doubt;
     * otherwise the variant has the confidence of both.
     */
    private static Glyph swapped(Glyph before, Variant chosen, Reason reason) {
        List<Variant> variants = new ArrayList<>();
        variants.add(new Variant(before.text(), before.confidence()));
        before.variants().stream().filter(variant -> !variant.equals(chosen)).forEach(variants::add);
        double both = Math.min(1, before.confidence() + chosen.confidence());
        return new Glyph(chosen.text(), before.box(), reason == Reason.CHECK_DIGIT ? CHECKED : both, variants);
    }

    private static String replaced(String text, int at, String character) {
        return text.substring(0, at) + character + text.substring(at + 1);
    }

    private static String text(List<Glyph> glyphs, int from, int to, List<Change> changes) {
        var text = new StringBuilder();
        for (int i = from; i < to; i++) {
            int place = i;
            text.append(changes.stream()
                    .filter(change -> change.glyph() == place)
                    .findFirst()
                    .map(change -> change.variant().text())
                    .orElse(glyphs.get(i).text()));
        }
        return text.toString();
    }

    private static boolean mayBeDigit(Glyph glyph) {
        return glyph.text().length() == 1
                && (isDigit(glyph.text()) || glyph.variants().stream().anyMatch(variant -> isDigit(variant.text())));
    }

    private static boolean isDigit(List<Glyph> glyphs, int i) {
        return i >= 0 && i < glyphs.size() && glyphs.get(i).text().matches("\\d");
    }

    private static boolean isDigit(String text) {
        return text.matches("[\\dX]");
    }
}
