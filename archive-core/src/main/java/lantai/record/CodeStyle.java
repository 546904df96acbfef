package lantai.record;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The two ways in which the parts of a reference code are joined (DA/T 13-2022; DA/T 22-2015). Reading and writing are exact
 * opposites: what is read is written as it stood, leading zeros included.
 */
public enum CodeStyle {
    /** {@code fonds-class·year-retention[-organisation][-volume]-item}: 机关档案管理规定, DA/T 22-2015. */
    A {
        @Override
        String write(CodeParts parts) {
            return parts.fonds()
                    + '-'
                    + String.join("·", parts.classes())
                    + '·'
                    + parts.year()
                    + parts.project()
                    + '-'
                    + parts.retention()
                    + hyphened(parts.organisation())
                    + hyphened(parts.volume())
                    + '-'
                    + parts.item();
        }

        @Override
        Optional<CodeParts> read(String fonds, List<String> classes, Deque<String> rest) {
            if (classes.size() < 2) {
                return Optional.empty();
            }
            var last = classes.removeLast();
            var isYear = last.matches(CodeParts.YEAR);
            var retention = rest.pollFirst();
            if (retention == null || !retention.matches(CodeParts.RETENTION)) {
                return Optional.empty();
            }
            var organisation = next(rest, CodeParts.ORGANISATION);
            var volume = next(rest, CodeParts.VOLUME);
            return end(
                    rest,
                    item -> new CodeParts(
                            this,
                            fonds,
                            classes,
                            isYear ? last : "",
                            isYear ? "" : last,
                            retention,
                            organisation,
                            volume,
                            item));
        }
    },
    /** {@code fonds-class·year[·retention][·organisation][-volume]-item}: the flat class number of DA/T 13-2022. */
    B {
        @Override
        String write(CodeParts parts) {
            return parts.fonds()
                    + '-'
                    + String.join("·", parts.classes())
                    + '·'
                    + parts.year()
                    + dotted(parts.retention())
                    + dotted(parts.organisation())
                    + hyphened(parts.volume())
                    + '-'
                    + parts.item();
        }

        @Override
        Optional<CodeParts> read(String fonds, List<String> classes, Deque<String> rest) {
            var tail = new ArrayDeque<String>();
            while (classes.size() > 1 && !classes.getLast().matches(CodeParts.YEAR)) {
                tail.addFirst(classes.removeLast());
            }
            if (classes.size() < 2) {
                return Optional.empty();
            }
            var year = classes.removeLast();
            var retention = nextOf(tail, CodeParts.RETENTION);
            var organisation = nextOf(tail, CodeParts.ORGANISATION);
            var volume = next(rest, CodeParts.VOLUME);
            return tail.isEmpty()
                    ? end(
                            rest,
                            item -> new CodeParts(
                                    this, fonds, classes, year, "", retention, organisation, volume, item))
                    : Optional.empty();
        }
    };

    abstract String write(CodeParts parts);

    /**
     * Reads what follows the fonds number.
     *
     * @param classes the dotted parts of the second level; may be changed
     * @param rest the levels behind it; may be changed
     */
    abstract Optional<CodeParts> read(String fonds, List<String> classes, Deque<String> rest);

    /** {@return the parts of a code in one of the styles; nothing when it is in neither} */
    static Optional<CodeParts> parse(String code) {
        var levels = new ArrayDeque<>(List.of(code.split("-", -1)));
        if (levels.size() < 3) {
            return Optional.empty();
        }
        var fonds = levels.removeFirst();
        var classes = List.of(levels.removeFirst().split("·", -1));
        for (var style : values()) {
            var parts = style.read(fonds, new ArrayList<>(classes), new ArrayDeque<>(levels));
            if (parts.isPresent()) {
                return parts;
            }
        }
        return Optional.empty();
    }

    /** Takes the next level when it has this shape and is not the last, which is the item number. */
    private static String next(Deque<String> rest, String shape) {
        return rest.size() > 1 ? nextOf(rest, shape) : "";
    }

    private static String nextOf(Deque<String> rest, String shape) {
        var first = rest.peekFirst();
        return first != null && first.matches(shape) ? rest.removeFirst() : "";
    }

    private static Optional<CodeParts> end(Deque<String> rest, java.util.function.Function<String, CodeParts> parts) {
        if (rest.size() != 1) {
            return Optional.empty();
        }
        try {
            return Optional.of(parts.apply(rest.removeFirst()));
        } catch (IllegalArgumentException notAPart) {
            return Optional.empty();
        }
    }

    private static String hyphened(String part) {
        return part.isEmpty() ? "" : '-' + part;
    }

    private static String dotted(String part) {
        return part.isEmpty() ? "" : '·' + part;
    }
}
