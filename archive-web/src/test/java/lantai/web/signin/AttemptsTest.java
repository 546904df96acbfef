package lantai.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AttemptsTest {
    private Instant now = Instant.parse("2026-11-21T01:00:00Z");
    private final Attempts attempts = new Attempts(() -> now);

    @Test
    void theSixthTryWithANameHasToWaitWhetherTheNameExistsOrNot() {
        for (var i = 0; i < 5; i++) {
            assertThat(attempts.waitsUntil("nobody", "10.0.0.1")).isEmpty();
            attempts.failed("nobody", "10.0.0.1");
        }
        assertThat(attempts.waitsUntil("nobody", "10.0.0.2")).isPresent();
        assertThat(attempts.waitsUntil("somebody", "10.0.0.1")).isEmpty();
    }

    @Test
    void anOriginThatTriesManyNamesHasToWait() {
        for (var i = 0; i < 30; i++) {
            attempts.failed("name" + i, "10.0.0.1");
        }
        assertThat(attempts.waitsUntil("another", "10.0.0.1")).isPresent();
        assertThat(attempts.waitsUntil("another", "10.0.0.2")).isEmpty();
    }

    @Test
    void aSuccessForgetsTheFailuresOfItsName() {
        for (var i = 0; i < 4; i++) {
            attempts.failed("wang", "10.0.0.1");
        }
        attempts.succeeded("wang");
        attempts.failed("wang", "10.0.0.1");
        assertThat(attempts.waitsUntil("wang", "10.0.0.1")).isEmpty();
    }

    @Test
    void theTenMinutesBeginWithTheLastFailure() {
        for (var i = 0; i < 5; i++) {
            now = now.plus(Duration.ofMinutes(1));
            attempts.failed("wang", "10.0.0.1");
        }
        assertThat(attempts.waitsUntil("wang", "10.0.0.1")).contains(now.plus(Duration.ofMinutes(10)));
    }

    @Test
    void tenMinutesLaterOneMayTryAgain() {
        for (var i = 0; i < 5; i++) {
            attempts.failed("wang", "10.0.0.1");
        }
        now = now.plus(Duration.ofMinutes(11));
        assertThat(attempts.waitsUntil("wang", "10.0.0.1")).isEmpty();
    }
}
