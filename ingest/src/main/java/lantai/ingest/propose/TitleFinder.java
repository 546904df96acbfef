package lantai.ingest.propose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the title by size, place and wording. In a document with a red header the line 「…文件」 is the issuer's, not the
 * title.
 */
final class TitleFinder {
    private static final Pattern ABOUT = Pattern.compile("^.{0,24}关于.*");
    private static final Pattern ENDING =
            Pattern.compile(".*(?:的(?:通知|意见|决定|公告|通告|通报|报告|请示|批复|函|复函|办法|规定|细则|方案|纪要|说明)|通知|通知书"
                    + "|表|单|书|证|凭证|目录|清单|清册|名册|台账|登记簿|登记卡|报告|研究|探讨|分析|总结|计划|纪要|记录|协议|合同|办法|规定|方案"
                    + "|发票|票据|收据|小结|证明|凭据|账|账簿|请示|批复|函|公告|通告|通报|决定|笔录|汇总|申请|承诺|委托|病历|处方|流水|明细|对账单|简报|制度|细则|条例)"
                    + "(?:\\([^()]{1,14}\\))?$");
    private static final Pattern HEADER = Pattern.compile(".*文件(?:\\([^()]*\\))?$");
    private static final Pattern NEVER = Pattern.compile(
            "^(?:No\\.|NO|№|编号|档号|第.{1,6}页|附件|附|密级|机密|秘密|绝密|特急|急件|样例(?:·?测试(?:数据)?)?$|\\d(?!\\d{3}年)|-).*"
                    + "|.*[:。;；!？?,，].*|.*[〔\\[]\\d{4}[〕\\]].*号.*");
    private static final Pattern NOTE = Pattern.compile("\\([^()]{1,14}\\)");
    private static final int LONGEST = 60;
    /** A label set larger than the rest of the paper may be its title. */
    private static final double LARGE = 1.15;

    private static final double DEEPEST = 0.5;

    private final Sheet sheet;
    private final Set<Strip> cells;
    private final double usual;

    private TitleFinder(Sheet sheet, Set<Strip> cells) {
        this.sheet = sheet;
        this.cells = cells;
        this.usual = sheet.usualHeight();
    }

    /**
     * A line that may be the title.
     *
     * @param span of one strip, or of several joined
     * @param score about 0 to 1
     */
    record Line(Span span, double score) {}

    /** {@return lines of the first page that has text which may be the title, the best first} */
    static List<Line> lines(Layout layout) {
        return lines(layout, Set.of());
    }

    /** {@return such lines, the labels and cells of a table left out} */
    static List<Line> lines(Scene scene) {
        var cells = new HashSet<Strip>();
        for (Labelled item : scene.labelled()) {
            if (item.placement() == Labelled.Placement.RIGHT) {
                cells.add(item.value().strip());
            }
            if (item.placement() != Labelled.Placement.INLINE) {
                cells.add(item.name().strip());
            }
        }
        if (scene.layout().placed()) {
            scene.layout().sheets().stream()
                    .limit(1)
                    .forEach(sheet -> scene.headings().stream()
                            .filter(strip ->
                                    strip.page() == sheet.number() && strip.height() < LARGE * sheet.usualHeight())
                            .forEach(cells::add));
        }
        return lines(scene.layout(), cells);
    }

    private static List<Line> lines(Layout layout, Set<Strip> cells) {
        Optional<Sheet> first = layout.sheets().stream()
                .filter(sheet -> !sheet.strips().isEmpty())
                .findFirst();
        return first.map(sheet -> new TitleFinder(sheet, cells).lines(layout.placed()))
                .orElse(List.of());
    }

    /** {@return the title and its repetitions further down the sheets, in order: each begins another form} */
    static List<Span> repetitions(Layout layout, Span title) {
        return layout.strips().stream()
                .filter(strip -> title.text().length() >= 4 && strip.text().equals(title.text()))
                .map(Strip::whole)
                .toList();
    }

    /** {@return the title as it should be written: as printed, blanks between Chinese characters left out} */
    static String written(Span span) {
        return span.shown()
                .strip()
                .replaceAll("(?<=[^\\x00-\\x7F])[\\s\\u3000]+|[\\s\\u3000]+(?=[^\\x00-\\x7F])", "")
                .replaceAll("[\\s\\u3000]+", " ");
    }

    private List<Line> lines(boolean placed) {
        var lines = new ArrayList<Line>();
        List<Strip> strips = joined(placed);
        for (int i = 0; i < strips.size(); i++) {
            Strip strip = strips.get(i);
            if (isPossible(strip, placed)) {
                lines.add(new Line(strip.whole(), score(strip, i, placed)));
            }
        }
        lines.sort(Comparator.comparingDouble(Line::score).reversed());
        return lines.stream().limit(4).toList();
    }

    private boolean isPossible(Strip strip, boolean placed) {
        int length = strip.text().length();
        long letters = strip.text().codePoints().filter(Character::isLetter).count();
        return length >= 3
                && length <= LONGEST
                && letters * 2 > length
                && (!placed || sheet.depth(strip) < DEEPEST)
                && !NEVER.matcher(strip.text()).matches();
    }

    private double score(Strip strip, int order, boolean placed) {
        String text = strip.text();
        boolean header = HEADER.matcher(text).matches();
        boolean about = ABOUT.matcher(text).matches();
        boolean ending = ENDING.matcher(text).matches();
        double shape = header ? -0.25 : about && ending ? 0.45 : ending ? 0.35 : about ? 0.2 : 0;
        if (!placed) {
            return Math.clamp(0.5 + shape - 0.06 * order, 0, 1);
        }
        double size = Math.clamp((strip.height() / usual - 1) * 0.5, -0.2, 0.35);
        double offCenter = Math.abs(strip.level().centerX() / sheet.width() - 0.5);
        double center = offCenter < 0.06 ? 0.15 : offCenter < 0.12 ? 0.08 : -0.1;
        double place = 0.12 - 0.3 * sheet.depth(strip) - 0.015 * order;
        return Math.clamp(0.25 + shape + size + center + place, 0, 1);
    }

    /** Titles over two lines and titles of widely spaced characters are put together. */
    private List<Strip> joined(boolean placed) {
        var joined = new ArrayList<Strip>();
        for (Strip strip : sheet.strips()) {
            if (cells.contains(strip)) {
                continue;
            }
            Strip last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && placed && (isSpaced(last, strip) || goesOn(last, strip))) {
                joined.set(joined.size() - 1, last.then(isCutIn(last, strip) ? strip.after(1) : strip));
            } else {
                joined.add(strip);
            }
        }
        return joined;
    }

    /** Whether a note in brackets begins with half of the character that the line before it ends with. */
    private static boolean isCutIn(Strip last, Strip next) {
        return next.level().left() < last.level().right() - 0.3 * next.height()
                && next.text().length() > 1
                && Character.isIdeographic(next.text().charAt(0))
                && NOTE.matcher(next.text().substring(1)).matches();
    }

    private boolean isSpaced(Strip last, Strip next) {
        boolean letters = next.text().length() <= 2 && last.text().length() <= 10;
        boolean cut = Math.abs(next.level().left() - last.level().right()) < 0.8 * next.height();
        boolean note = cut && (NOTE.matcher(next.text()).matches() || isCutIn(last, next));
        return (letters || cut)
                && (note ? last.height() : Math.min(last.height(), next.height())) > (note ? 1 : 1.15) * usual
                && Math.abs(last.level().centerY() - next.level().centerY()) < 0.4 * next.height();
    }

    private boolean goesOn(Strip last, Strip next) {
        boolean open = ABOUT.matcher(last.text()).matches() || last.text().length() >= 12;
        boolean closed = ENDING.matcher(last.text()).matches()
                || HEADER.matcher(last.text()).matches();
        double gap = next.level().top() - last.level().bottom();
        return open
                && !closed
                && last.text().length() < LONGEST
                && gap > -0.3 * next.height()
                && gap < 0.9 * next.height()
                && last.height() > 1.1 * usual
                && next.height() > 0.8 * last.height()
                && next.height() < 1.25 * last.height()
                && Math.abs(last.level().centerX() - next.level().centerX()) < 0.06 * sheet.width();
    }
}
