package lantai.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Random tokens that stand for a sign-in, of which the database keeps the hash alone. The caller brings the transaction. */
final class SignInTokens {
    private static final int BYTES = 32;

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    SignInTokens(InstantSource clock) {
        this.clock = clock;
    }

    static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String fresh() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Begins a sign-in.
     *
     * @param atMachine whether it was made at the machine
     * @param vouched whether an identity provider vouched for it
     * @return its token
     */
    String store(
            Handle transaction, UUID account, boolean atMachine, boolean vouched, Duration validity, Device device) {
        var token = fresh();
        var now = clock.instant();
        transaction
                .createUpdate("""
                        insert into sign_in (token_hash, account_id, at_machine, vouched, created_at, seen_at, expires_at,
                                             browser, masked_address)
                        values (:hash, :account, :atMachine, :vouched, :now, :now, :expires, :browser, :address)
                        """)
                .bind("hash", hash(token))
                .bind("account", account)
                .bind("atMachine", atMachine)
                .bind("vouched", vouched)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("expires", now.plus(validity).atOffset(ZoneOffset.UTC))
                .bind("browser", device.browser())
                .bind("address", device.address().isEmpty() ? "" : device.maskedAddress())
                .execute();
        return token;
    }

    /** Begins a sign-in whose code is still to come. {@return its token} */
    String storeHalf(Handle transaction, UUID account, boolean vouched, Duration validity) {
        var token = fresh();
        var now = clock.instant();
        transaction.execute("delete from half_sign_in where expires_at < ?", now.atOffset(ZoneOffset.UTC));
        transaction.execute(
                "insert into half_sign_in (token_hash, account_id, vouched, expires_at) values (?, ?, ?, ?)",
                hash(token),
                account,
                vouched,
                now.plus(validity).atOffset(ZoneOffset.UTC));
        return token;
    }

    /** Ends a sign-in. {@return whether an identity provider had vouched for it} */
    boolean end(Handle transaction, String token) {
        return transaction
                .createQuery("delete from sign_in where token_hash = :hash returning vouched")
                .bind("hash", hash(token))
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false);
    }
}
