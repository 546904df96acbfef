package lantai.account;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import lantai.key.KeyRing;
import org.jdbi.v3.core.Handle;

/** Codes for the day the phone is lost: ten, each good once, kept as keyed hashes only. */
final class RecoveryCodes {
    private static final int MANY = 10;
    private static final int LETTERS = 12;
    /** Without characters that are easily mixed up when read from paper; twelve of them are about 59 bits. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private final KeyRing keys;
    private final SecureRandom random = new SecureRandom();

    RecoveryCodes(KeyRing keys) {
        this.keys = keys;
    }

    /** {@return fresh codes instead of all the account had, to be shown once} */
    List<String> renew(Handle transaction, UUID account) {
        drop(transaction, account);
        var codes = Stream.generate(this::code).distinct().limit(MANY).toList();
        codes.forEach(code -> transaction
                .createUpdate("insert into recovery_code (account_id, code_hash) values (:account, :hash)")
                .bind("account", account)
                .bind("hash", hash(account, code))
                .execute());
        return codes;
    }

    /** {@return whether it was an unused one; from now on it is used} */
    boolean use(Handle transaction, UUID account, String code, Instant now) {
        return transaction
                        .createUpdate("""
                                update recovery_code set used_at = :now
                                where account_id = :account and code_hash = :hash and used_at is null
                                """)
                        .bind("now", now.atOffset(ZoneOffset.UTC))
                        .bind("account", account)
                        .bind("hash", hash(account, code))
                        .execute()
                == 1;
    }

    int left(Handle handle, UUID account) {
        return handle.createQuery("select count(*) from recovery_code where account_id = :account and used_at is null")
                .bind("account", account)
                .mapTo(Integer.class)
                .one();
    }

    static void drop(Handle transaction, UUID account) {
        transaction
                .createUpdate("delete from recovery_code where account_id = :account")
                .bind("account", account)
                .execute();
    }

    private byte[] hash(UUID account, String code) {
        return keys.keyedHash("recovery " + account + ' '
                + code.replaceAll("[^\\p{Alnum}]", "").toLowerCase(Locale.ROOT));
    }

    private String code() {
        var text = new StringBuilder();
        for (var i = 0; i < LETTERS; i++) {
            if (i > 0 && i % 4 == 0) {
                text.append('-');
            }
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
