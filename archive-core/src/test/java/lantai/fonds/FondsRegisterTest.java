package lantai.fonds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import lantai.audit.Actor;
import lantai.audit.AuditTrail;
import lantai.database.Database;
import lantai.database.TestDatabase;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A fonds keeps its number through every change of the body that forms it. */
class FondsRegisterTest {
    private static final Actor ARCHIVIST = new Actor(Optional.empty(), "archivist", false);
    private static final LocalDate OPENED = LocalDate.of(2001, 7, 1);

    private static Database database;

    private final FondsRegister register = register();
    private Handle handle;

    private static FondsRegister register() {
        var now = Instant.parse("2026-11-22T02:00:00Z");
        return new FondsRegister(new AuditTrail(() -> now), () -> now);
    }

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void begin() {
        handle = database.jdbi().open();
        handle.begin();
    }

    @AfterEach
    void undo() {
        handle.rollback();
        handle.close();
    }

    private static FondsRegister.Description told(String title) {
        return new FondsRegister.Description(FondsKind.INSTITUTION, title, "样例", Optional.of(OPENED));
    }

    private Fonds opened(String number) {
        return register.open(handle, ARCHIVIST, number, told("样例全宗"), new Creator("样例·一中心", OPENED, "成立批复"));
    }

    @Test
    void theSampleFondsIsThereFromTheStartWithTheNamesOfItsBody() {
        var sample = register.get(handle, "J057");
        assertThat(sample.creatorOn(LocalDate.of(2010, 1, 1))).isEqualTo("样例·医疗保险基金管理中心");
        assertThat(sample.creator()).isEqualTo("样例·医疗保障事务中心");
    }

    @Test
    void aNewNameOpensNoNewFonds() {
        opened("z109");
        var renamed =
                register.rename(handle, ARCHIVIST, "Z109", new Creator("样例·二中心", LocalDate.of(2019, 3, 1), "机构改革"));
        assertThat(renamed.number()).isEqualTo("Z109");
        assertThat(renamed.creatorOn(LocalDate.of(2019, 2, 28))).isEqualTo("样例·一中心");
        assertThat(renamed.creatorOn(LocalDate.of(2019, 3, 1))).isEqualTo("样例·二中心");
        assertThat(renamed.creatorOn(LocalDate.of(1990, 1, 1))).isEqualTo("样例·一中心");
        assertThatThrownBy(() ->
                        register.rename(handle, ARCHIVIST, "Z109", new Creator("样例·三中心", LocalDate.of(2019, 3, 1), "")))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("TWO_NAMES_ON_ONE_DAY");
    }

    @Test
    void aNumberIsGivenOnceAndHasItsShape() {
        opened("Z109");
        assertThatThrownBy(() -> opened("Z109")).isInstanceOf(Refused.class).hasMessageContaining("Z109");
        for (var wrong : new String[] {"", "J57", "0057", "J0570", "全宗一号"}) {
            assertThatThrownBy(() -> opened(wrong)).as(wrong).isInstanceOf(Malformed.class);
        }
    }

    @Test
    void aClosedFondsTakesNothingMoreAndStays() {
        opened("Z109");
        var lastDay = LocalDate.of(2026, 6, 30);
        var closed = register.close(handle, ARCHIVIST, "Z109", Optional.of(lastDay), "并入 J057");
        assertThat(closed.isOpenOn(lastDay)).isTrue();
        assertThat(closed.isOpenOn(lastDay.plusDays(1))).isFalse();
        assertThat(register.all(handle)).extracting(Fonds::number).containsExactly("J057", "Z109");
        assertThat(register.close(handle, ARCHIVIST, "Z109", Optional.empty(), "撤销合并")
                        .closedOn())
                .isEmpty();
        assertThatThrownBy(() -> register.close(handle, ARCHIVIST, "Z109", Optional.of(OPENED.minusDays(1)), "样例"))
                .hasMessageStartingWith("CLOSED_BEFORE_OPENED");
    }

    @Test
    void whoSawAnOlderVersionDoesNotOverwriteTheNewer() {
        opened("Z109");
        var seen = register.get(handle, "Z109").version();
        register.describe(handle, ARCHIVIST, "Z109", seen, told("样例全宗甲"));
        assertThatThrownBy(() -> register.describe(handle, ARCHIVIST, "Z109", seen, told("样例全宗乙")))
                .hasMessageStartingWith("FONDS_CHANGED_BY_ANOTHER");
        assertThat(register.get(handle, "Z109").title()).isEqualTo("样例全宗甲");
    }

    @Test
    void papersOfTheFileAreNumberedAndStruckNeverTakenOut() {
        opened("Z109");
        var file = register.file();
        var day = LocalDate.of(2026, 1, 5);
        file.add(handle, ARCHIVIST, "Z109", new FondsFile.NewPaper(PaperKind.HISTORY, "全宗介绍", day, ""));
        var second = file.add(handle, ARCHIVIST, "Z109", new FondsFile.NewPaper(PaperKind.RECEIPT, "移交清册", day, "样例"));
        file.strike(handle, ARCHIVIST, "Z109", second, "放错全宗");
        assertThat(file.papers(handle, "Z109"))
                .extracting(FondsPaper::number, FondsPaper::title, FondsPaper::struck)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, "全宗介绍", ""),
                        org.assertj.core.groups.Tuple.tuple(2, "移交清册", "放错全宗"));
        assertThatThrownBy(() -> file.strike(handle, ARCHIVIST, "Z109", second, "再来"))
                .hasMessageStartingWith("NO_SUCH_PAPER");
    }

    @Test
    void everyChangeIsInTheAuditTrail() {
        opened("Z109");
        register.close(handle, ARCHIVIST, "Z109", Optional.of(LocalDate.of(2026, 6, 30)), "样例");
        assertThat(handle.createQuery("select detail ->> 'deed' from audit_entry where subject_id = 'Z109' order by id")
                        .mapTo(String.class)
                        .list())
                .containsExactly("open", "rename", "close");
    }
}
