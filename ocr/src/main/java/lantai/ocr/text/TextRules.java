package lantai.ocr.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces single characters where the form of the text leaves no doubt. A rule never changes how many characters there
 * are, so that places stay with their characters.
 *
 * <ul>
 *   <li>The year of a document number (文号) stands in 〔〕 (GB/T 9704); round brackets are left to years before 2000,
 *       when they were in use.
 *   <li>Category and year of a reference code (档号) are parted by {@code ·} (DA/T 13).
 *   <li>Millilitres and moles have the letter l, not the digit 1.
 *   <li>A patient comes into hospital (入院), is seen in its outpatient department (门诊); 內 is written 内.
 *   <li>Between digits, and in amounts, there is no letter q.
 *   <li>Before the point of the decimals, thousands are parted by commas.
 *   <li>In a sum in words the three is written 叁, never 参.
 *   <li>A page number between points stands between {@code ·}.
 *   <li>International units are written IU; a doctor's order is 医嘱.
 *   <li>A straight quotation mark in Chinese text that follows an opened one closes it; of two closing ones the first opens.
 *   <li>Letters in an identity number that look like a digit are that digit, where its check character (GB 11643-1999) is right then.
 *   <li>Between two ideographs, punctuation has its full width.
 * </ul>
 */
public final class TextRules {

    private static final String OPENING = "\\[〔【［〈";
    private static final String CLOSING = "\\]〕】］〉";

    private static final String BEFORE = "(?:^|(?<=\\p{IsHan}\\s{0,2}))";
    private static final String AFTER = "(?=\\s{0,2}\\d|\\s*$)";

    private record Rule(Pattern pattern, List<String> groups) {}

    private static final List<Rule> RULES = List.of(
            rule(BEFORE + "([" + OPENING + "(（])(?:19|20)\\d\\d([" + CLOSING + "])" + AFTER, "〔", "〕"),
            rule(BEFORE + "([" + OPENING + "])(?:19|20)\\d\\d([" + CLOSING + ")）])" + AFTER, "〔", "〕"),
            rule(BEFORE + "([(（])20\\d\\d([)）])(?=\\s{0,2}(?:\\d+号|\\d{1,4}$))", "〔", "〕"),
            rule("(?<=\\d-[A-Z]{2})([-.・•,。])(?=(?:(?:19|20)\\d\\d-|$))", "·"),
            rule("(?<=\\dm)(1)(?![0-9A-Za-z.])", "l"),
            rule("(?<=mmo)(1)(?=/L)", "l"),
            rule("(?<=(?:^|[^A-Za-z])[\\d.]{1,6})([1lI])U(?=/|$|[^A-Za-z])", "I"),
            rule("(?<=医)(瞩)", "嘱"),
            rule("(?<![病老工名])(人)(?=院(?:日期|诊断|时间|后|时|科|记录|情况|方式|病情))", "入"),
            rule("([内內])(?=诊(?:号|部|慢|特|大病|收费|随访|复查|病历|费用|统筹|发票|待遇|医疗))", "门"),
            rule("(內)", "内"),
            rule("(?<![A-Za-pr-z])(q)(?=[\\dq]{0,9}\\.\\d\\d(?!\\d))", "9"),
            rule("(?<=\\d)(q)(?=\\d)", "9"),
            rule("(?<=(?:^|[^\\d.,])\\d{1,3}(?:,\\d{3}){0,3})(\\.)(?=\\d{3}(?:,\\d{3}){0,3}\\.\\d\\d(?![\\d.]))", ","),
            rule("(参)(?=[仟佰拾](?:[壹贰叁肆伍陆柒捌玖零万元圆整正]|$))", "叁"),
            rule("(?<=[仟佰拾万元圆角])(参)(?=[万元圆角分])", "叁"),
            rule("^\\s{0,2}([.。•])\\s{0,2}\\d{1,3}\\s{0,2}([.。•])\\s{0,2}$", "·", "·"),
            rule("(?<=\\p{IsHan})(,)(?=\\p{IsHan})", "，"),
            rule("(?<=\\p{IsHan})(;)(?=\\p{IsHan})", "；"),
            rule("(?<=\\p{IsHan})(\\?)(?=\\p{IsHan})", "？"),
            rule("(?<=\\p{IsHan})(!)(?=\\p{IsHan})", "！"));

    private static final List<String> GRADES = List.of("甲", "乙", "丙", "丁");
    private static final Pattern DIGITS = Pattern.compile("\\d{17,}X?");
    private static final Pattern DIRT = Pattern.compile("[\\s.,·・•:;'`\"*°、。，：；‘’“”]*");

    private TextRules() {}

    private static Rule rule(String pattern, String... groups) {
        return new Rule(Pattern.compile(pattern), List.of(groups));
    }

    /** The text after all rules; as long as before. */
    public static String apply(String text) {
        var corrected = new StringBuilder(text);
        for (Rule rule : RULES) {
            Matcher matcher = rule.pattern().matcher(corrected.toString());
            while (matcher.find()) {
                for (int group = 1; group <= matcher.groupCount(); group++) {
                    corrected.setCharAt(
                            matcher.start(group), rule.groups().get(group - 1).charAt(0));
                }
            }
        }
        pairQuotes(corrected);
        return IdNumberForm.repaired(corrected.toString());
    }

    private static void pairQuotes(StringBuilder text) {
        boolean open = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '”' && !open && closesNext(text, i + 1)) {
                text.setCharAt(i, '“');
                open = true;
            } else if (c == '“' || c == '”') {
                open = c == '“';
            } else if (c == '"' && open) {
                text.setCharAt(i, '”');
                open = false;
            }
        }
    }

    /** Whether the next quotation mark is a closing one that no opening one comes before. */
    private static boolean closesNext(CharSequence text, int from) {
        int at = from;
        while (at < text.length() && "“”\"".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at < text.length() && text.charAt(at) == '”';
    }

    /**
     * Puts right the second of the grades 甲, 乙, 丙, which looks like a Z, where it stands alone on a page that has others of
     * them standing alone.
     */
    public static List<String> grades(List<String> lines) {
        long others = lines.stream().filter(GRADES::contains).count();
        return others < 2
                ? lines
                : lines.stream()
                        .map(line -> line.equals("Z") || line.equals("z") ? "乙" : line)
                        .toList();
    }

    /** Whether a whole identity number with its right check character (GB 11643-1999) stands in a line, by itself. */
    public static boolean holdsIdentityNumber(String line) {
        return DIGITS.matcher(line).results().anyMatch(run -> IdNumberForm.isValid(run.group()));
    }

    /** Whether a line is nothing but dots and commas, as dust on the glass makes them. */
    public static boolean isDirt(String line) {
        return DIRT.matcher(line).matches();
    }
}
