package lantai.ingest.scan;

import static lantai.policy.RuleColumn.choice;
import static lantai.policy.RuleColumn.optional;
import static lantai.policy.RuleColumn.required;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lantai.policy.ParsedRule;
import lantai.policy.RuleChoice;
import lantai.policy.RuleColumn;
import lantai.policy.RuleContent;
import lantai.policy.RuleForm;
import lantai.policy.RuleTable;
import lantai.policy.RuleType;
import lantai.problem.Malformed;

/**
 * What a scan must be like (agency policy after DA/T 31-2017): the rule {@code scan-quality}.
 *
 * @param separator what the code on a separator sheet says
 * @param join whether files of single pages between separator sheets become one document
 * @param limits the limit of each check that is made
 * @param unconfirmed the checks whose limits the agency has still to confirm
 */
public record ScanRule(String separator, boolean join, Map<ScanCheck, Double> limits, List<ScanCheck> unconfirmed) {
    /** Name of the policy. */
    public static final String POLICY = "scan-quality";

    /** What the product comes with. S was read in a source, K is to be confirmed by the agency. */
    public static final String SHIPPED = """
            {"separator": "LANTAI-SEPARATOR",
             "limits": [
              {"check": "UNREAD", "on": true, "limit": 0, "basis": "DA/T 31-2017 10.5.1", "evidence": "S"},
              {"check": "LOW_DPI", "on": true, "limit": 300, "basis": "OCR 通用要求；普通页 200 的下限待确认", "evidence": "S"},
              {"check": "NO_DPI", "on": true, "limit": 0, "basis": "DA/T 31-2017 9.5", "evidence": "K"},
              {"check": "SKEW", "on": true, "limit": 3, "basis": "某市规定；DA/T 31-2017 10.2 未见数值", "evidence": "K"},
              {"check": "BLUR", "on": true, "limit": 5, "basis": "DA/T 31-2017 10.5.1", "evidence": "K"},
              {"check": "BLANK", "on": true, "limit": 0.03, "basis": "DA/T 31-2017 10.5.2", "evidence": "K"},
              {"check": "DARK", "on": true, "limit": 90, "basis": "DA/T 31-2017 10.5.1", "evidence": "K"},
              {"check": "BORDER", "on": true, "limit": 3, "basis": "DA/T 31-2017 10.3", "evidence": "K"},
              {"check": "CUT", "on": true, "limit": 12, "basis": "DA/T 31-2017 10.3", "evidence": "K"},
              {"check": "MIXED", "on": true, "limit": 0, "basis": "DA/T 31-2017 9.5", "evidence": "K"},
              {"check": "DUPLICATE", "on": true, "limit": 26, "basis": "DA/T 31-2017 10.5.2", "evidence": "K"},
              {"check": "GAP", "on": true, "limit": 0, "basis": "DA/T 31-2017 10.5.2", "evidence": "S"},
              {"check": "TWICE", "on": true, "limit": 0, "basis": "DA/T 31-2017 10.5.2", "evidence": "S"},
              {"check": "ORDER", "on": true, "limit": 0, "basis": "DA/T 31-2017 10.5.3", "evidence": "S"},
              {"check": "FILE_GAP", "on": true, "limit": 0, "basis": "DA/T 31-2017 10.5.2", "evidence": "S"},
              {"check": "SAMPLE", "on": true, "limit": 5, "basis": "DA/T 31-2017 12.2", "evidence": "K"},
              {"check": "PASS", "on": true, "limit": 95, "basis": "DA/T 31-2017 12.2", "evidence": "K"}
            ]}
            """;

    private static final int SHORTEST = 6;
    private static final double MOST = 1000;
    private static final double WHOLE = 100;

    private static final RuleColumn SEPARATOR = required("separator", RuleType.TEXT);
    private static final RuleColumn JOIN = optional("join", RuleType.YES_NO);
    private static final RuleColumn CHECK = choice(
            "check",
            Stream.of(ScanCheck.values())
                    .map(check -> new RuleChoice(check.name(), check.label()))
                    .toList());
    private static final RuleColumn ON = optional("on", RuleType.YES_NO);
    private static final RuleColumn LIMIT = required("limit", RuleType.NUMBER);
    private static final RuleColumn BASIS = optional("basis", RuleType.TEXT);
    private static final RuleColumn EVIDENCE = required("evidence", RuleType.EVIDENCE);
    private static final RuleTable LIMITS =
            new RuleTable("limits", "check", List.of(CHECK, ON, LIMIT, BASIS, EVIDENCE));

    public ScanRule {
        limits = Map.copyOf(limits);
        unconfirmed = List.copyOf(unconfirmed);
    }

    /** {@return the rule as archivists edit it} */
    public static ParsedRule houseRule() {
        return new ParsedRule(POLICY, new RuleForm(List.of(SEPARATOR, JOIN), List.of(LIMITS)), ScanRule::parse);
    }

    /** {@return the limit of a check, nothing when the check is not made} */
    public Optional<Double> limit(ScanCheck check) {
        return Optional.ofNullable(limits.get(check));
    }

    /** {@return the limit of a check that is always made} */
    public double share(ScanCheck check) {
        return limit(check).orElse(WHOLE);
    }

    /**
     * Reads the rule.
     *
     * @throws Malformed when a limit is out of its range, a share is missing, or the separator could stand on any page
     */
    public static ScanRule parse(String json) {
        var content = RuleContent.parse(json);
        var separator = content.field(SEPARATOR).strip();
        if (separator.length() < SHORTEST) {
            throw new Malformed(ScanProblem.SEPARATOR_SHORT, separator);
        }
        var limits = new EnumMap<ScanCheck, Double>(ScanCheck.class);
        var unconfirmed = new java.util.ArrayList<ScanCheck>();
        for (var row = 0; row < content.rows(LIMITS); row++) {
            var check = ScanCheck.valueOf(content.cell(LIMITS, row, CHECK));
            var limit = limit(check, content.cell(LIMITS, row, LIMIT));
            if (content.cell(LIMITS, row, ON).equals("true")) {
                limits.put(check, limit);
            }
            if (content.cell(LIMITS, row, EVIDENCE).equals("K")) {
                unconfirmed.add(check);
            }
        }
        for (var share : List.of(ScanCheck.SAMPLE, ScanCheck.PASS)) {
            if (!limits.containsKey(share)) {
                throw new Malformed(ScanProblem.CHECK_MISSING, share.label());
            }
        }
        return new ScanRule(separator, content.field(JOIN).equals("true"), limits, unconfirmed);
    }

    private static double limit(ScanCheck check, String typed) {
        var isShare = check == ScanCheck.SAMPLE || check == ScanCheck.PASS;
        var least = isShare ? 1 : 0;
        var most = isShare ? WHOLE : MOST;
        if (!typed.matches("\\d{1,4}(\\.\\d{1,3})?")
                || Double.parseDouble(typed) < least
                || Double.parseDouble(typed) > most) {
            throw new Malformed(ScanProblem.LIMIT_OUT_OF_RANGE, check.name(), typed, least, most);
        }
        return Double.parseDouble(typed);
    }
}
