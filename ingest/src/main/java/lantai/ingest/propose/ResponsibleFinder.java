package lantai.ingest.propose;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lantai.person.CreditCode;

/** Finds the body that answers for a document: red header, signature, label, or the beginning of the title. */
final class ResponsibleFinder {
    private static final Pattern HEADER = Pattern.compile("^(.{3,28}?)文件(?:\\([^()]*\\))?$");
    private static final Pattern UNIT = Pattern.compile("^([\\p{IsHan}A-Za-z0-9·()-]{4,40})");
    /** How headings end that announce something about a body or a sum, and no body's name does. */
    private static final Pattern NO_BODY = Pattern.compile(
            ".*(?:费用|费|金额|总额|余额|基数|比例|标准|日期|时间|年限|期限|编号|号码|代码|名称|姓名|类别|类型|性质|级别|月数|年数|人数|天数|次数|件数|等级|情况|内容"
                    + "|数量|单价|小计|合计|总计|备注|意见|原因|事由|地址|电话|联系人|方式|项目|签名|签字|盖章|支付|负担|自付)(?:\\([^()]*\\))?$");

    /** What stands in the place of a unit where a person has none. */
    private static final Pattern NO_UNIT = Pattern.compile("^(?:灵活就业|自由职业|个体工商户$|个人(?:参保|缴费)|无(?:单位|业)?$).*");

    /** A stroke read twice: no name has a hyphen between ideographs. */
    private static final Pattern HYPHEN = Pattern.compile("(?<=\\p{IsHan})-(?=\\p{IsHan})");

    private static final Pattern CREDIT = Pattern.compile("(?<![0-9A-Za-z])[0-9A-Z]{18}(?![0-9A-Za-z])");
    private static final double RED_HEADER = 0.96;
    private static final double SIGNATURE = 0.85;
    private static final double TITLE_BEGINNING = 0.85;
    private static final double ABOVE_TITLE = 0.85;
    private static final double BYLINE = 0.9;
    private static final double SELLER = 2.1;
    private static final double SHAPELESS = 0.8;

    private final Scene scene;
    private final Candidates candidates = new Candidates(Field.RESPONSIBLE);

    private ResponsibleFinder(Scene scene) {
        this.scene = scene;
    }

    static List<Suggestion> find(Scene scene, Optional<Span> title) {
        var finder = new ResponsibleFinder(scene);
        scene.layout().sheets().stream().limit(1).forEach(finder::header);
        scene.layout().sheets().forEach(finder::signatures);
        title.ifPresent(finder::titleBeginning);
        title.ifPresent(finder::aboveTitle);
        finder.labelled();
        return finder.checked();
    }

    private void header(Sheet sheet) {
        for (Strip strip : sheet.strips()) {
            Matcher matcher = HEADER.matcher(strip.text());
            boolean large = !scene.layout().placed() || strip.height() > 1.2 * sheet.usualHeight();
            if (matcher.find()
                    && large
                    && sheet.depth(strip) < 0.35
                    && !strip.text().contains("卷内")) {
                add(strip.span(matcher.start(1), matcher.end(1)), RED_HEADER, "red-header");
                return;
            }
        }
    }

    /** A line with an organisation's name and, in it or under it, a date. */
    private void signatures(Sheet sheet) {
        for (Strip strip : sheet.strips()) {
            List<PrintedDate> dates = PrintedDate.in(strip.whole());
            int end = dates.isEmpty()
                    ? strip.text().length()
                    : dates.getFirst().span().from();
            Span before = strip.span(scene.layout().placed() ? 0 : lastPart(strip, end), end);
            if (Organisation.whole(before.text()).isEmpty()
                    || isCell(before)
                    || scene.headings().contains(strip)) {
                continue;
            }
            if (!dates.isEmpty() && dates.getFirst().span().to() == strip.text().length()) {
                add(before, BYLINE, "byline");
            } else if (dates.isEmpty() && isDated(sheet, strip)) {
                add(before, SIGNATURE, "signature");
            }
        }
    }

    /** Where the last organisation's name begins that blanks part from the words before it, else 0. */
    private static int lastPart(Strip strip, int end) {
        for (int from = end - 1; from > 0; from--) {
            if (strip.opensAt(from)
                    && Organisation.whole(strip.text().substring(from, end)).isPresent()) {
                return from;
            }
        }
        return 0;
    }

    /** Whether a table's label announces it. */
    private boolean isCell(Span span) {
        return scene.labelsOf(span).anyMatch(item -> item.placement() != Labelled.Placement.INLINE);
    }

    private static boolean isDated(Sheet sheet, Strip strip) {
        return sheet.strips().stream()
                .filter(other -> other.level().top() > strip.level().centerY())
                .filter(other -> other.level().top() - strip.level().bottom() < 2.5 * strip.height())
                .filter(other -> isBelow(sheet, strip, other))
                .anyMatch(other -> PrintedDate.in(other.whole()).stream()
                        .anyMatch(date -> date.span().from() <= 1
                                && date.span().to() >= other.text().length() - 1));
    }

    /** The issuer's name as a heading of its own. */
    private void aboveTitle(Span title) {
        Sheet sheet = scene.layout().sheets().get(title.strip().page() - 1);
        sheet.strips().stream()
                .filter(strip -> Organisation.whole(strip.text()).isPresent())
                .filter(strip -> strip.level().bottom() <= title.strip().level().top() + 0.3 * strip.height())
                .filter(strip -> title.strip().level().top() - strip.level().bottom()
                        < 3 * title.strip().height())
                .filter(strip -> isBelow(sheet, strip, title.strip()))
                .forEach(strip -> add(strip.whole(), ABOVE_TITLE, "above-title"));
    }

    private static boolean isBelow(Sheet sheet, Strip strip, Strip other) {
        return Math.abs(other.level().centerX() - strip.level().centerX()) < 0.15 * sheet.width();
    }

    private void titleBeginning(Span title) {
        int end = Organisation.prefix(title.text());
        if (end > 0) {
            int from = scene.layout().placed() ? 0 : lastPart(title.strip(), title.from() + end) - title.from();
            add(title.part(Math.max(0, from), end), TITLE_BEGINNING, "title-beginning");
        }
    }

    private void labelled() {
        for (Labelled item : scene.labelled(LabelRole.ORGANISATION)) {
            Matcher matcher = UNIT.matcher(item.value().text());
            boolean dated = !PrintedDate.in(item.value()).isEmpty();
            if (item.isListed() || dated || !matcher.find() || !matcher.group(1).matches(".*\\p{IsHan}{2}.*")) {
                continue;
            }
            Span unit = item.value().part(matcher.start(1), matcher.end(1));
            if (NO_BODY.matcher(unit.text()).matches()
                    || NO_UNIT.matcher(unit.text()).find()) {
                continue;
            }
            String before = unit.strip().text().substring(0, item.name().from());
            double side = before.endsWith("销售方信息") || before.endsWith("销售方") ? SELLER : 1;
            boolean shaped = Organisation.whole(unit.text()).isPresent();
            add(
                    unit,
                    Math.min(0.95, item.label().weight() * item.certainty() * side * (shaped ? 1 : SHAPELESS)),
                    item.reason());
        }
    }

    private void add(Span span, double strength, String reason) {
        candidates.add(HYPHEN.matcher(span.text()).replaceAll(""), span, strength, reason);
    }

    /** A valid credit code on the paper says that its unit is named with care. */
    private List<Suggestion> checked() {
        boolean credited = CREDIT.matcher(scene.layout().text())
                .results()
                .anyMatch(result -> CreditCode.parse(result.group()).isPresent());
        return candidates.list().stream()
                .map(suggestion -> credited && suggestion.reason().contains("单位名称")
                        ? suggestion.withConfidence(Math.max(suggestion.confidence(), 0.97), "credit-code")
                        : suggestion)
                .toList();
    }
}
