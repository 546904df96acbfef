package lantai.ingest.propose;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the number given by the issuer: 文号 above all, else the number of a voucher, bill or case. */
final class NumberFinder {
    private static final String OPEN = "[〔\\[({【〖﹝<〈《「『]";
    private static final String CLOSE = "[〕\\])}】〗﹞>〉》」』]";
    private static final Pattern ISSUED = Pattern.compile("([\\p{IsHan}]{0,12})" + OPEN + "?([12][0-9OolI|]{3})" + CLOSE
            + "?(?:第)?0{0,2}([1-9lI|][0-9OolI|]{0,4})(号|$)");
    private static final Pattern BRACKETED = Pattern.compile(OPEN + "|" + CLOSE);
    private static final Pattern BRACKETED_YEAR = Pattern.compile("^" + OPEN + "[^号]{4}" + CLOSE);
    private static final Pattern LEAD =
            Pattern.compile("^.*(?:根据|按照|依据|依照|贯彻|转发|印发|参照|以及|执行|收到|文号|发文字号|[《的与和及见由以按照])(?=[\\p{IsHan}]{2,})");
    private static final Pattern VOUCHER = Pattern.compile("([记收付转银现])(?:账|帐)?(?:字)?(?:第|-)([0-9OolI]{1,6})(?:号|$)");
    private static final Pattern CODE =
            Pattern.compile("^(?:No\\.?|NO\\.?|№|第)?:?([A-Za-z0-9][A-Za-z0-9-]{3,31})(?:号)?$");
    private static final double OWN_LINE = 0.97;
    private static final double IN_LABEL = 0.95;
    private static final double IN_TEXT = 0.2;
    private static final double VOUCHER_NUMBER = 0.95;
    private static final double LATER_VOUCHER = 0.5;

    private final Scene scene;
    private final Candidates candidates = new Candidates(Field.DOCUMENT_NUMBER);

    private NumberFinder(Scene scene) {
        this.scene = scene;
    }

    static java.util.List<Suggestion> find(Scene scene) {
        var finder = new NumberFinder(scene);
        for (Sheet sheet : scene.layout().sheets()) {
            for (Strip strip : sheet.strips()) {
                finder.issued(sheet, strip);
                finder.voucher(strip);
            }
        }
        finder.codes();
        return finder.candidates.list();
    }

    private void issued(Sheet sheet, Strip strip) {
        Matcher matcher = ISSUED.matcher(strip.text());
        while (matcher.find()) {
            boolean bracketed = BRACKETED.matcher(matcher.group()).find();
            boolean bare = matcher.group(1).isEmpty();
            boolean shapeless = bare
                    ? !BRACKETED_YEAR.matcher(matcher.group()).find()
                    : !bracketed && matcher.group(4).isEmpty();
            if (shapeless) {
                continue;
            }
            Matcher lead = LEAD.matcher(matcher.group(1));
            int skip = lead.find() ? lead.end() : 0;
            Span span = strip.span(matcher.start() + skip, matcher.end());
            String value = matcher.group(1).substring(skip)
                    + '〔'
                    + LookAlike.digits(matcher.group(2))
                    + '〕'
                    + LookAlike.digits(matcher.group(3))
                    + '号';
            boolean own = skip == 0 && matcher.start() == 0 && strip.text().length() - matcher.end() <= 8;
            place(sheet, span, own, value, bracketed ? 1 : 0.7);
        }
    }

    private void place(Sheet sheet, Span span, boolean own, String value, double shape) {
        Optional<Labelled> label = scene.labelsOf(span)
                .filter(item -> item.label().role() == LabelRole.DOCUMENT_NUMBER)
                .findFirst();
        boolean listed = label.filter(Labelled::isListed).isPresent();
        boolean first = span.strip().page() == 1;
        if (listed) {
            candidates.addListed(value, span, shape, Suggestion.LISTED);
        } else if (label.isPresent()) {
            add(value, span, IN_LABEL * shape, label.get().reason());
        } else if (own && first && sheet.depth(span.strip()) < 0.45) {
            add(value, span, OWN_LINE * shape, "own-line");
        } else {
            add(value, span, IN_TEXT * shape, "in-text");
        }
    }

    /** In a text a number does not grow surer by standing there twice. */
    private void add(String value, Span span, double strength, String reason) {
        boolean weak = strength <= IN_TEXT;
        if (!weak || candidates.list().stream().noneMatch(other -> other.value().equals(value))) {
            candidates.add(value, span, strength, reason);
        }
    }

    private void voucher(Strip strip) {
        Matcher matcher = VOUCHER.matcher(strip.text());
        if (matcher.find() && matcher.start() <= 6) {
            String value = matcher.group(1) + "字第" + LookAlike.digits(matcher.group(2)) + '号';
            boolean first =
                    candidates.list().stream().noneMatch(other -> other.reason().startsWith("voucher-number"));
            candidates.add(
                    value,
                    strip.span(matcher.start(), matcher.end()),
                    first ? VOUCHER_NUMBER : LATER_VOUCHER,
                    "voucher-number");
        }
    }

    private void codes() {
        for (Labelled item : scene.labelled(LabelRole.DOCUMENT_NUMBER)) {
            Matcher matcher = CODE.matcher(item.value().text());
            if (item.placement() != Labelled.Placement.BELOW && matcher.find()) {
                Span span = item.value().part(matcher.start(1), matcher.end(1));
                candidates.add(matcher.group(1), span, item.label().weight() * item.certainty() * 0.95, item.reason());
            }
        }
    }
}
