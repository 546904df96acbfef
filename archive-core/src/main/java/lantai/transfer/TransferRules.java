package lantai.transfer;

import static lantai.policy.RuleColumn.choice;
import static lantai.policy.RuleColumn.optional;
import static lantai.policy.RuleColumn.required;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lantai.policy.ParsedRule;
import lantai.policy.PolicyCentre;
import lantai.policy.RuleChoice;
import lantai.policy.RuleColumn;
import lantai.policy.RuleContent;
import lantai.policy.RuleForm;
import lantai.policy.RuleTable;
import lantai.policy.RuleType;
import lantai.problem.Malformed;
import lantai.retention.RetentionPeriod;
import org.jdbi.v3.core.Handle;

/** How this agency hands records over: the rule {@code transfer}. */
public final class TransferRules {
    /** Name of the policy. */
    public static final String POLICY = "transfer";

    /**
     * What the product comes with. Twenty years is the term of archives of cities and above, ten that of counties (档案法实施条例
     * art. 20); which terms are handed over, and the reasons, are the agency's to confirm. The sentences of the package are those that
     * public packages after DA/T 48-2009 carry.
     */
    public static final String SHIPPED = """
            {"archive": "", "archiveCode": "", "years": 20, "periods": ["Y"], "copies": "KEEP", "embedMegabytes": 64,
             "secrecy": "公开",
             "reasons": [
               {"reason": "形成已满二十五年，没有应当限制的内容", "opinion": "OPEN", "age": 25, "basis": "档案法第二十七条", "evidence": "K"},
               {"reason": "经济、教育、科技、文化类，可以提前开放", "opinion": "OPEN", "basis": "档案法第二十七条", "evidence": "K"},
               {"reason": "含个人健康信息等敏感个人信息", "opinion": "CONTROLLED", "basis": "个人信息保护法、档案法第二十八条", "evidence": "K"},
               {"reason": "含未公开的单位内部信息", "opinion": "CONTROLLED", "basis": "档案法第二十七条", "evidence": "K"},
               {"reason": "未满二十五年，到期再审", "opinion": "DEFERRED", "basis": "档案法第二十七条", "evidence": "K"}
             ],
             "papers": [
               {"paper": "register", "title": "电子档案移交与接收登记表", "evidence": "S"},
               {"paper": "catalogue", "title": "移交档案目录", "evidence": "S"},
               {"paper": "opinions", "title": "开放审核意见表", "evidence": "K"},
               {"paper": "receipt", "title": "移交接收回执", "evidence": "K"}
             ]}
            """;

    private static final RuleColumn ARCHIVE = optional("archive", RuleType.TEXT);
    private static final RuleColumn CODE = optional("archiveCode", RuleType.TEXT);
    private static final RuleColumn YEARS = RuleColumn.number("years", 1, 100);
    private static final RuleColumn PERIODS =
            required("periods", RuleType.WORDS).called(RetentionPeriod.choices());
    private static final RuleColumn COPIES =
            choice("copies", List.of(new RuleChoice("KEEP", "留存复本"), new RuleChoice("DISPOSAL", "按保管期限鉴定处置")));
    private static final RuleColumn EMBED = RuleColumn.number("embedMegabytes", 1, 2047);
    private static final RuleColumn SECRECY = required("secrecy", RuleType.TEXT);
    private static final RuleColumn REASON = required("reason", RuleType.TEXT);
    private static final RuleColumn OPINION = choice(
            "opinion",
            Stream.of(OpenOpinion.values())
                    .map(opinion -> new RuleChoice(opinion.name(), opinion.chinese()))
                    .toList());
    private static final RuleColumn REASON_YEARS =
            RuleColumn.number("age", 0, 200).orEmpty();
    private static final RuleColumn BASIS = optional("basis", RuleType.TEXT);
    private static final RuleColumn EVIDENCE = required("evidence", RuleType.EVIDENCE);
    private static final RuleTable REASONS = new RuleTable(
            "reasons", List.of("reason", "opinion"), List.of(REASON, OPINION, REASON_YEARS, BASIS, EVIDENCE));
    private static final RuleColumn PAPER = choice(
            "paper",
            Stream.of(TransferPapers.Kind.values())
                    .map(paper -> new RuleChoice(paper.code(), paper.code()))
                    .toList());
    private static final RuleColumn TITLE = required("title", RuleType.TEXT);
    private static final RuleTable PAPERS = new RuleTable("papers", "paper", List.of(PAPER, TITLE, EVIDENCE));

    private final PolicyCentre policies;

    public TransferRules(PolicyCentre policies) {
        this.policies = policies;
    }

    /**
     * A reason that may be given for an opinion on opening.
     *
     * @param years how many whole years a record must be old for it to be true, 0 when its age says nothing
     * @param basis the law it goes by, may be empty
     * @param confirmed whether it was seen in a source or confirmed by the agency
     */
    public record Reason(String reason, OpenOpinion opinion, int years, String basis, boolean confirmed) {
        /** {@return the first year in which it is true of a record; its years begin on 1 January after its formation} */
        int since(int formed) {
            return formed + 1 + years;
        }
    }

    /**
     * How a paper is printed.
     *
     * @param confirmed whether its columns were seen in a source or confirmed by the agency
     */
    public record Paper(String title, boolean confirmed) {}

    /**
     * The rule in force.
     *
     * @param archive whom this agency usually hands over to, may be empty
     * @param years after the year of formation records are due to be handed over
     * @param periods codes of the terms that are handed over
     * @param keepsCopies whether the agency's own copies stay for good; otherwise they go the way of every record when their term ends
     * @param embedded up to how many bytes a file lies inside of its package; a larger one lies beside it
     * @param secrecy what packages say of records that say nothing themselves
     */
    public record Transfers(
            TransferList.Archive archive,
            int years,
            List<String> periods,
            boolean keepsCopies,
            long embedded,
            String secrecy,
            List<Reason> reasons) {
        /**
         * When records of a year are handed over.
         *
         * @param period code of their term
         * @return the first year in which they are; nothing when such records are not handed over
         */
        public Optional<Integer> dueFrom(int formed, String period) {
            return periods.contains(period) ? Optional.of(formed + 1 + years) : Optional.empty();
        }

        /** {@return whether records of a year are to be handed over in a year} */
        public boolean isDue(int formed, String period, int year) {
            return dueFrom(formed, period).filter(from -> from <= year).isPresent();
        }

        /** {@return the reasons for opening that ask for an age} */
        List<Reason> byAge() {
            return reasons.stream()
                    .filter(reason -> reason.opinion() == OpenOpinion.OPEN && reason.years() > 0)
                    .toList();
        }

        public Transfers {
            periods = List.copyOf(periods);
            reasons = List.copyOf(reasons);
        }
    }

    /** {@return the rule as archivists edit it} */
    public static ParsedRule houseRule() {
        return new ParsedRule(
                POLICY,
                new RuleForm(List.of(ARCHIVE, CODE, YEARS, PERIODS, COPIES, EMBED, SECRECY), List.of(REASONS, PAPERS)),
                json -> {
                    var content = RuleContent.parse(json);
                    var rule = of(content);
                    if (rule.years() < 1
                            || rule.years() > 100
                            || rule.embedded() < 1
                            || !rule.archive().code().matches("|\\d{6}")) {
                        throw new Malformed(TransferProblem.RULE_NUMBERS);
                    }
                });
    }

    /** Writes the rule that the product comes with, unless the archive has its own. */
    public void seed(Handle transaction) {
        policies.seed(transaction, POLICY, SHIPPED);
    }

    /** {@return the rule in force} */
    public Transfers rule(Handle handle) {
        return of(content(handle));
    }

    /** {@return how a paper is printed; one that the rule leaves out is called by its code and not confirmed} */
    public Paper paper(Handle handle, TransferPapers.Kind kind) {
        var content = content(handle);
        return IntStream.range(0, content.rows(PAPERS))
                .filter(row -> content.cell(PAPERS, row, PAPER).equals(kind.code()))
                .mapToObj(row -> new Paper(content.cell(PAPERS, row, TITLE), isConfirmed(content, PAPERS, row)))
                .findFirst()
                .orElseGet(() -> new Paper(kind.code(), false));
    }

    private RuleContent content(Handle handle) {
        return RuleContent.parse(policies.inForce(handle, POLICY).content());
    }

    private static Transfers of(RuleContent content) {
        return new Transfers(
                new TransferList.Archive(content.field(ARCHIVE), content.field(CODE)),
                number(content.field(YEARS)),
                List.of(content.field(PERIODS).split("[、,，\\s]+", -1)),
                !content.field(COPIES).equals("DISPOSAL"),
                (long) number(content.field(EMBED)) << 20,
                content.field(SECRECY),
                IntStream.range(0, content.rows(REASONS))
                        .mapToObj(row -> reason(content, row))
                        .toList());
    }

    private static Reason reason(RuleContent content, int row) {
        var words = content.cell(REASONS, row, REASON);
        return new Reason(
                words,
                OpenOpinion.of(content.cell(REASONS, row, OPINION))
                        .orElseThrow(() -> new Malformed(
                                TransferProblem.RULE_OPINION, words, content.cell(REASONS, row, OPINION))),
                number(content.cell(REASONS, row, REASON_YEARS)),
                content.cell(REASONS, row, BASIS),
                isConfirmed(content, REASONS, row));
    }

    private static boolean isConfirmed(RuleContent content, RuleTable table, int row) {
        return !content.cell(table, row, EVIDENCE).equals("K");
    }

    private static int number(String typed) {
        return typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : 0;
    }
}
