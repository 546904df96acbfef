package lantai.ingest.propose.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import lantai.ingest.propose.Correction;
import lantai.ingest.propose.Field;
import lantai.ingest.propose.KindRules;
import lantai.ingest.propose.Learned;
import lantai.ingest.propose.Proposal;
import lantai.ingest.propose.Proposer;
import lantai.ingest.propose.ReadDocument;

/**
 * Teaches some papers of each kind and asks for the kinds of papers of other forms. Every figure follows from the seed.
 *
 * @param seed A is 1, on which the learner was tuned; another one is for reporting
 * @param examples papers that teach each kind
 * @param noise the share of characters read wrong
 */
public record ClassifyBench(long seed, int examples, double noise) {
    private static final int FORMS_TAUGHT = 4;
    private static final int FORMS_ASKED = 3;
    private static final int PAPERS_ASKED = 4;
    /** Twins of kinds that are taught: they are asked for without having been taught, like the kinds that no rule knows. */
    private static final Set<String> TWINS =
            Set.of("statistics-year", "unit-change", "special-drug", "provider-settlement");
    /** As sure as a kind must be to be accepted. */
    public static final double THRESHOLD = 0.95;

    /**
     * One paper's answer.
     *
     * @param kind the truth
     * @param taught whether the kind was taught
     */
    record Answer(String kind, boolean taught, String said, double confidence) {
        boolean right() {
            return kind.equals(said);
        }

        boolean accepted() {
            return confidence >= THRESHOLD;
        }
    }

    /**
     * What came out.
     *
     * @param kinds taught
     * @param asked papers of taught kinds
     * @param strangers papers of kinds that nobody taught, near twins among them
     * @param rightWhereAccepted share of the accepted ones that are right, strangers among them
     * @param accepted share of the papers of taught kinds that are accepted
     * @param strangersAccepted share of the strangers that are accepted
     * @param right share of all papers of taught kinds whose best kind is right
     * @param calibration for each tenth of confidence the papers in it, the mean confidence and the share that is right
     * @param mistakes accepted wrong answers: truth and answer, and how often
     * @param secondsTeaching for all examples together
     * @param millisAsking for each paper
     */
    public record Figures(
            String learner,
            int kinds,
            int asked,
            int strangers,
            double rightWhereAccepted,
            double accepted,
            double strangersAccepted,
            double right,
            List<Tenth> calibration,
            Map<String, Integer> mistakes,
            double secondsTeaching,
            double millisAsking) {}

    /** One tenth of the confidences. */
    public record Tenth(double from, int papers, double confidence, double right) {}

    /** {@return the figures of the rules alone and those after the examples} */
    public List<Figures> run() {
        List<Wording> wordings = Wording.all();
        KindRules rules = KindRules.standard();
        Figures alone = measured("rules alone", wordings, new Proposer(rules, Learned.nothing()), 0);
        long begun = System.nanoTime();
        Learned learned = taught(wordings);
        double seconds = (System.nanoTime() - begun) / 1e9;
        return List.of(
                alone,
                measured(
                        "rules and " + examples + " examples of each kind",
                        wordings,
                        new Proposer(rules, learned),
                        seconds));
    }

    private Learned taught(List<Wording> wordings) {
        Learned learned = Learned.nothing();
        for (int paper = 0; paper < examples; paper++) {
            for (Wording wording : wordings) {
                if (isTaught(wording)) {
                    var form = Form.of(wording, seed, paper % FORMS_TAUGHT, false);
                    learned = learned.with(
                            new Correction(Reader.paper(form, noise, number(wording, paper)), wording.kind()));
                }
            }
        }
        return learned;
    }

    private static boolean isTaught(Wording wording) {
        return wording.known() && !TWINS.contains(wording.kind());
    }

    private long number(Wording wording, long paper) {
        return seed * 1_000_003 + wording.kind().hashCode() * 65_537L + paper;
    }

    private Figures measured(String learner, List<Wording> wordings, Proposer proposer, double seconds) {
        var answers = new ArrayList<Answer>();
        long begun = System.nanoTime();
        for (Wording wording : wordings) {
            for (int form = 0; form < FORMS_ASKED; form++) {
                for (int paper = 0; paper < PAPERS_ASKED; paper++) {
                    ReadDocument document = Reader.paper(
                            Form.of(wording, seed, form, true), noise, number(wording, 1000 + form * 100L + paper));
                    answers.add(answer(wording, proposer.propose(document)));
                }
            }
        }
        double millis = (System.nanoTime() - begun) / 1e6 / answers.size();
        return figures(learner, answers, seconds, millis);
    }

    private static Answer answer(Wording wording, Proposal proposal) {
        return proposal.best(Field.KIND)
                .map(best -> new Answer(wording.kind(), isTaught(wording), best.value(), best.confidence()))
                .orElse(new Answer(wording.kind(), isTaught(wording), "", 0));
    }

    private static Figures figures(String learner, List<Answer> answers, double seconds, double millis) {
        List<Answer> taught = answers.stream().filter(Answer::taught).toList();
        List<Answer> strangers =
                answers.stream().filter(answer -> !answer.taught()).toList();
        List<Answer> accepted = answers.stream().filter(Answer::accepted).toList();
        var mistakes = new TreeMap<String, Integer>();
        accepted.stream()
                .filter(answer -> !answer.right())
                .forEach(answer -> mistakes.merge(answer.kind() + " > " + answer.said(), 1, Integer::sum));
        return new Figures(
                learner,
                (int) taught.stream().map(Answer::kind).distinct().count(),
                taught.size(),
                strangers.size(),
                share(accepted, Answer::right),
                share(taught, Answer::accepted),
                share(strangers, Answer::accepted),
                share(taught, Answer::right),
                tenths(answers),
                mistakes,
                seconds,
                millis);
    }

    private static double share(List<Answer> answers, Predicate<Answer> holds) {
        return answers.isEmpty() ? 0 : (double) answers.stream().filter(holds).count() / answers.size();
    }

    private static List<Tenth> tenths(List<Answer> answers) {
        var tenths = new ArrayList<Tenth>();
        for (int i = 0; i < 10; i++) {
            double from = i / 10.0;
            double to = i == 9 ? 1.1 : from + 0.1;
            List<Answer> within = answers.stream()
                    .filter(answer -> answer.confidence() >= from && answer.confidence() < to)
                    .toList();
            tenths.add(new Tenth(
                    from,
                    within.size(),
                    within.stream().mapToDouble(Answer::confidence).average().orElse(0),
                    share(within, Answer::right)));
        }
        return tenths;
    }
}
