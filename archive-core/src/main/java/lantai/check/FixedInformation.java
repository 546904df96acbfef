package lantai.check;

import java.util.ArrayList;
import java.util.List;
import lantai.record.Component;

/** 1-1: digests as registered, and every signature and seal in the files. */
final class FixedInformation {
    private FixedInformation() {}

    static Judgement look(ItemFacts facts, CheckPolicy policy) {
        var faults = new ArrayList<Said>();
        var open = new ArrayList<Said>();
        for (var component : facts.components()) {
            var found = facts.found(component);
            if (found.isEmpty()) {
                faults.add(Said.of("file-missing", component.path()));
                continue;
            }
            var fixity = found.get().fixity();
            if (!fixity.sha256().equals(component.fixity().sha256())) {
                faults.add(Said.of("digest-differs", component.name(), "SHA-256", fixity.sha256()));
            }
            if (!fixity.sm3().equals(component.fixity().sm3())) {
                faults.add(Said.of("digest-differs", component.name(), "SM3", fixity.sm3()));
            }
            var content = found.get().content();
            if (content.isEmpty() || content.get().signatures().isEmpty()) {
                if (mayBeSigned(component)) {
                    open.add(Said.of("signatures-later", component.name()));
                }
            } else {
                content.get()
                        .signatures()
                        .get()
                        .forEach(signature -> judge(component, signature, policy, faults, open));
            }
        }
        return Judgement.of(faults, open);
    }

    private static boolean mayBeSigned(Component component) {
        return component.mime().equals("application/pdf") || component.mime().equals("application/ofd");
    }

    private static void judge(
            Component component, SignatureFact signature, CheckPolicy policy, List<Said> faults, List<Said> open) {
        switch (signature.state()) {
            case ALTERED -> faults.add(Said.of("signature-altered", component.name(), signature.signer()));
            case OUT_OF_TERM -> faults.add(Said.of("certificate-out-of-term", component.name(), signature.signer()));
            case UNVERIFIABLE -> open.add(Said.of("signature-unverifiable", component.name(), signature.reason()));
            case INTACT -> {
                if (signature.trail().stream().noneMatch(policy.trusted()::contains)) {
                    open.add(Said.of("signer-not-trusted", component.name(), signature.signer()));
                }
            }
        }
    }
}
