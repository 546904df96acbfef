package lantai.check;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lantai.policy.Policy;
import lantai.record.Component;
import lantai.record.Item;
import lantai.record.ItemPage;
import org.jdbi.v3.core.Handle;

/**
 * The light check of one record just before it is filed: its object is written and compared, its row is not there yet. What would
 * take long waits for the check of its batch, and says so.
 */
public final class FilingCheck {
    private final CheckDoors doors;
    private final InstantSource clock;
    private final FactFinder facts;
    private final ReportWriter writer;

    public FilingCheck(CheckDoors doors, InstantSource clock) {
        this.doors = doors;
        this.clock = clock;
        this.facts = new FactFinder(doors, clock);
        this.writer = new ReportWriter(doors.fonds(), doors.policies(), new Reports(doors.key(), doors.words()));
    }

    /** What was looked at, and what came of it. */
    public static final class Checked {
        private final Item item;
        private final Policy policy;
        private final Tally tally;

        private Checked(Item item, Policy policy, Tally tally) {
            this.item = item;
            this.policy = policy;
            this.tally = tally;
        }

        /** {@return why the record must not be filed, in words; empty when it may} */
        public Optional<String> obstacle() {
            var blocking = tally.blocking();
            return blocking.isEmpty()
                    ? Optional.empty()
                    : Optional.of(blocking.stream()
                            .flatMap(failure -> failure.findings().stream()
                                    .map(finding -> failure.code() + ' ' + finding.sentence()))
                            .limit(5)
                            .collect(java.util.stream.Collectors.joining("；")));
        }
    }

    /**
     * Looks at a record.
     *
     * @param known what its files are, by ordinal, as found when they came in
     */
    public Checked look(
            Handle handle, Item item, List<Component> components, List<ItemPage> pages, Map<Integer, Content> known) {
        var version = doors.policies().inForce(handle, CheckDesk.POLICY);
        var policy = CheckPolicy.parse(version.content());
        var tally = new Tally(Stage.FILING, policy, doors.words());
        var found = facts.beingFiled(handle, item, components, pages, known, policy);
        for (var rule : policy.rules(Stage.FILING)) {
            if (rule.level() == Level.RECORD) {
                tally.add(
                        rule,
                        item,
                        policy.atFiling(rule)
                                ? Optional.ofNullable(RecordChecks.ALL.get(rule))
                                        .orElseThrow()
                                        .look(found, policy)
                                : Judgement.notRun("with-batch"));
            }
        }
        tally.seen(components.stream()
                .mapToLong(component -> component.fixity().size())
                .sum());
        return new Checked(item, version, tally);
    }

    /** Writes the report on a record, whether it is filed or sent back. */
    public Report report(Handle transaction, Checked checked) {
        var now = clock.instant();
        return writer.write(
                transaction,
                new ReportWriter.About(
                        Stage.FILING,
                        Target.item(checked.item.id()),
                        checked.item.referenceCode().text(),
                        CheckRun.Declared.NOTHING,
                        Optional.empty(),
                        now,
                        now,
                        checked.item.filedBy()),
                checked.policy,
                checked.tally);
    }
}
