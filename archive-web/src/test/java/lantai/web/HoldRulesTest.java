package lantai.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lantai.account.Role;
import lantai.account.SignedIn;
import lantai.hold.Hold;
import lantai.hold.HoldCause;
import lantai.hold.HoldDesk;
import lantai.hold.HoldScope;
import lantai.hold.NewHold;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a form for a hold may say, on a real database. */
class HoldRulesTest {
    @TempDir
    private static Path data;

    private static TestArchive archive;
    private static HoldDesk holds;
    private static SignedIn archivist;

    @BeforeAll
    static void open() {
        archive = TestArchive.open(data);
        holds = new Disposal(archive.doors, archive.signIns, data).doors.holds();
        archivist = archive.person("archivist", Role.ARCHIVIST);
    }

    @AfterAll
    static void close() {
        archive.close();
    }

    @Test
    void aFormSentTwiceHoldsOnceAndAnyOtherHoldStaysPossible() {
        var one = archive.file(archivist, "样例一", 2020, "D10");
        var other = archive.file(archivist, "样例二", 2020, "D10");
        var scope = new HoldScope.Items(List.of(one.id(), other.id()));
        var first = place("诉讼", scope, Optional.empty());
        assertThatThrownBy(() ->
                        place(" 诉讼 ", new HoldScope.Items(List.of(other.id(), one.id(), one.id())), Optional.empty()))
                .hasMessageContaining("SAME_HOLD");
        place("另一起诉讼", scope, Optional.empty());
        place("诉讼", new HoldScope.Items(List.of(one.id())), Optional.empty());
        archive.doors
                .database
                .jdbi()
                .useTransaction(handle -> holds.release(handle, archivist.actor(), first.id(), "结案"));
        assertThat(place("诉讼", scope, Optional.empty()).items()).isEqualTo(2);

        place("审计", new HoldScope.OfYear("YW", 2020), Optional.empty());
        place("审计", new HoldScope.OfYear("YW", 2021), Optional.empty());
        assertThatThrownBy(() -> place("审计", new HoldScope.OfYear("YW", 2020), Optional.empty()))
                .hasMessageContaining("SAME_HOLD");
    }

    @Test
    void aReviewDayIsTodayOrLater() {
        var today = LocalDate.of(2026, 11, 22);
        assertThatThrownBy(() -> place("复查", new HoldScope.OfYear("KJ", 2020), Optional.of(today.minusDays(1))))
                .hasMessageContaining("REVIEW_PAST")
                .hasMessageContaining("2026-11-21");
        assertThat(place("复查", new HoldScope.OfYear("KJ", 2020), Optional.of(today))
                        .reviewOn())
                .contains(today);
    }

    private static Hold place(String reason, HoldScope scope, Optional<LocalDate> review) {
        var wanted = new NewHold(HoldCause.DISPUTE, reason, archivist.account().id(), review, scope);
        return archive.doors.database.jdbi().inTransaction(handle -> holds.place(handle, archivist.actor(), wanted));
    }
}
