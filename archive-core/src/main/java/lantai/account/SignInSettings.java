package lantai.account;

import java.time.Duration;

/**
 * Rules of signing in (agency policy).
 *
 * @param failuresBeforeLock how many wrong passwords in a row lock the account
 * @param lock how long it is locked then
 * @param idle after how long without a request a sign-in ends
 * @param longest how long a sign-in lasts at most
 */
public record SignInSettings(int failuresBeforeLock, Duration lock, Duration idle, Duration longest) {
    /** {@return five failures, ten minutes, half an hour idle, twelve hours at most} */
    public static SignInSettings usual() {
        return new SignInSettings(5, Duration.ofMinutes(10), Duration.ofMinutes(30), Duration.ofHours(12));
    }
}
