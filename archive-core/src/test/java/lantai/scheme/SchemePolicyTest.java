package lantai.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import lantai.audit.AuditTrail;
import lantai.classification.Category;
import lantai.database.Database;
import lantai.database.TestDatabase;
import lantai.policy.HouseRule;
import lantai.policy.HouseRules;
import lantai.policy.PolicyCentre;
import lantai.policy.RuleContent;
import lantai.retention.RetentionRules;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The scheme that the product comes with is whole, and a scheme that is not is refused at its place. */
class SchemePolicyTest {
    private static final InstantSource CLOCK = () -> Instant.parse("2026-11-22T02:00:00Z");

    private static Database database;

    private final PolicyCentre policies = new PolicyCentre(new AuditTrail(CLOCK), CLOCK, ZoneId.of("Asia/Shanghai"));
    private final SchemePolicy policy = new SchemePolicy(policies);

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private List<Tuple> faults(String json) {
        var content = RuleContent.parse(json.replace('\'', '"'));
        return database
                .jdbi()
                .withHandle(handle -> new HouseRules(List.of(policy)).faults(handle, policy.name(), content))
                .stream()
                .map(fault -> Tuple.tuple(fault.path(), fault.problem().name()))
                .toList();
    }

    private ClassificationScheme shipped() {
        database.jdbi().useTransaction(policy::seed);
        return database.jdbi().withHandle(policy::scheme);
    }

    @Test
    void theShippedSchemeHasNoFault() {
        assertThat(faults(SchemePolicy.shipped())).isEmpty();
    }

    @Test
    void everyCategoryHasItsClasses() {
        var scheme = shipped();
        assertThat(scheme.classes()).extracting(ClassNode::category).contains(Category.values());
        assertThat(Stream.of("SJ", "YJ", "WY", "MT"))
                .allSatisfy(code ->
                        assertThat(scheme.find(code).orElseThrow().category()).isEqualTo(Category.DZ));
        assertThat(scheme.nameOf("ZY·YB·GL")).isEqualTo("管理类");
        assertThat(scheme.find("ZY·YB·GL").orElseThrow().parent()).isEqualTo("ZY·YB");
        assertThat(scheme.nameOf("QQ")).isEqualTo("QQ");
    }

    @Test
    void aLinkKnowsItsTermItsVolumeAndItsMaterials() {
        var scheme = shipped();
        var link = scheme.link("YB 4.3").orElseThrow();
        assertThat(link.retention().code()).isEqualTo("D10");
        assertThat(link.classCode()).isEqualTo("ZY·YB·YB");
        assertThat(link.insurances()).containsExactly("310", "390");
        assertThat(link.sameInVolume()).containsExactly("year", "retention", "link", "insurance");
        assertThat(link.evidence()).as("not seen in a source").isEqualTo("K");
        assertThat(scheme.checklist("YB 4.3"))
                .filteredOn(Material::main)
                .extracting(Material::name)
                .containsExactly("住院费用报销申请表");
        assertThat(scheme.vocabulary("insutype")).hasSize(14).containsEntry("510", "生育保险");
    }

    private List<String> remarks(HouseRule rule, String json) {
        return database
                .jdbi()
                .withHandle(
                        handle -> rule.remarks(handle, RuleContent.parse(json)).orElseThrow())
                .stream()
                .map(fault -> fault.problem().name() + ' ' + fault.values().getFirst())
                .toList();
    }

    @Test
    void schemeAndScheduleAreComparedBothWays() {
        var schedule = new ScheduleRule(policy);
        database.jdbi().useTransaction(policy::seed);
        database.jdbi().useTransaction(new RetentionRules(policies)::seed);
        assertThat(remarks(policy, SchemePolicy.shipped())).isEmpty();
        assertThat(remarks(schedule, RetentionRules.shipped())).isEmpty();

        assertThat(remarks(
                        policy,
                        SchemePolicy.shipped()
                                .replace("\"GL 1.4\"", "\"GL 1.44\"")
                                .replaceFirst("(\"GL 1.2\".*?\"retention\": )\"D100\"", "$1\"D30\"")))
                .containsExactly("LINK_TERM_DIFFERS GL 1.2", "LINK_WITHOUT_TERM GL 1.44");
        assertThat(remarks(
                        schedule,
                        RetentionRules.shipped()
                                .replace("\"ZP\"", "\"ZX2\"")
                                .replaceFirst("(\"number\": \"9.3\".*?\"term\": )\"D30\"", "$1\"D10\"")))
                .containsExactly("CLASS_WITHOUT_TERM ZP", "TERM_WITHOUT_CLASS ZX2", "LINK_TERM_DIFFERS JH 9.3");
    }

    @Test
    void aSchemeThatIsNotWholeIsRefusedAtItsPlace() {
        assertThat(faults("""
                        {'classes':[
                          {'code':'WS','category':'WS','name':'文书','evidence':'S'},
                          {'code':'ZY·YB','category':'YW','name':'业务','evidence':'S'},
                          {'code':'KJ','category':'ZP','name':'科技','evidence':'S'},
                          {'code':'ws','category':'WS','name':'文书','evidence':'S'}],
                         'links':[{'code':'GL 1','name':'登记','class':'ZY·YB·GL','retention':'30年','collect':'VOLUME',
                           'subject':'ANY','insurances':['999'],'evidence':'K'}],
                         'materials':[{'link':'GL 1','name':'表','evidence':'K'},{'link':'GL 2','name':'表','evidence':'K'}]}
                        """))
                .contains(
                        Tuple.tuple("/classes/1/code", "CLASS_WITHOUT_PARENT"),
                        Tuple.tuple("/classes/2/category", "CLASS_IN_OTHER_CATEGORY"),
                        Tuple.tuple("/classes/3/code", "CLASS_CODE_MALFORMED"),
                        Tuple.tuple("", "CATEGORY_MISSING"),
                        Tuple.tuple("/links/0/class", "NO_SUCH_CLASS"),
                        Tuple.tuple("/links/0/retention", "TERM_MALFORMED"),
                        Tuple.tuple("/links/0/insurances", "NO_SUCH_INSURANCE"),
                        Tuple.tuple("/materials/1/link", "NO_SUCH_LINK"),
                        Tuple.tuple("", "LINK_WITHOUT_MAIN_FORM"));
    }

    @Test
    void whatTheAgencyMustConfirmIsCounted() {
        assertThat(RuleContent.parse(SchemePolicy.shipped()).unconfirmed(policy.form()))
                .isGreaterThan(50);
    }
}
