package lantai.web.operator;

import java.util.LinkedHashMap;
import lantai.key.ItemKeys;
import lantai.problem.ArchiveException;

/**
 * Whether enciphered records can be read. Without the key-encryption key they stay closed and nothing is damaged; the others can be
 * read, so this is told but does not take the node out of service.
 */
public final class EncryptionCheck implements HealthCheck {
    private static final String NAME = "encryption-keys";

    private final ItemKeys keys;

    public EncryptionCheck(ItemKeys keys) {
        this.keys = keys;
    }

    @Override
    public CheckResult check() {
        var data = new LinkedHashMap<String, String>();
        data.put("keys", keys.state().name());
        try {
            keys.generation().ifPresent(number -> data.put("generation", Integer.toString(number)));
        } catch (ArchiveException unreadable) {
            data.put("generation", "unreadable");
        }
        return CheckResult.up(NAME, data);
    }
}
