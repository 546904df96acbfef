package lantai.disposal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The certificate of a destruction: who decided, what was destroyed, where it was looked for afterwards and what was found. */
record Certificate(
        DestructionList list, ListPeople people, List<DestructionEntry> entries, Proof proof, Instant madeAt) {
    static final String SCHEMA = "lantai-destruction-certificate-1";

    String json() {
        var content = new LinkedHashMap<String, Object>();
        content.put("schema", SCHEMA);
        content.put("number", list.number());
        content.put("listSha256", list.process().digest().orElse(""));
        content.put("listSm3", list.sm3());
        content.put("madeAt", madeAt.toString());
        content.put("decided", decided());
        content.put("destroyed", records(EntryState.REMOVED));
        content.put("spared", records(EntryState.SPARED));
        content.put("files", files().count());
        content.put("bytes", files().bytes());
        content.put("lookedAt", proof.looked());
        content.put("staysByRule", proof.kept());
        content.put("ownedByOthers", proof.shared());
        content.put("notLookedAt", List.of("backups"));
        content.put("remains", proof.remains());
        content.put("clean", proof.clean());
        return ListContent.text(content);
    }

    private Map<String, Object> decided() {
        var content = new LinkedHashMap<String, Object>();
        content.put("submittedBy", people.of(list.process().submitter()));
        list.submittedAt().ifPresent(at -> content.put("submittedAt", at.toString()));
        list.filing().ifPresent(filing -> {
            content.put("authority", filing.authority());
            content.put("filingNumber", filing.number());
            content.put("filedOn", filing.on().toString());
        });
        content.put("approvedBy", people.of(list.process().approver()));
        list.approvedAt().ifPresent(at -> content.put("approvedAt", at.toString()));
        content.put(
                "witnesses",
                list.signatures().stream()
                        .map(signature -> Map.of(
                                "side", signature.side().name(),
                                "name", people.of(Optional.of(signature.by())),
                                "manner", signature.manner(),
                                "signedAt", signature.at().toString(),
                                "sha256", signature.digest()))
                        .toList());
        list.begunAt().ifPresent(at -> content.put("begunAt", at.toString()));
        return content;
    }

    private List<Map<String, Object>> records(EntryState state) {
        return entries.stream()
                .filter(entry -> entry.state() == state)
                .map(Certificate::told)
                .toList();
    }

    private static Map<String, Object> told(DestructionEntry entry) {
        var content = new LinkedHashMap<String, Object>();
        content.put("ordinal", entry.ordinal());
        content.put("item", entry.item().toString());
        content.put("referenceCode", entry.referenceCode());
        content.put("title", entry.title());
        content.put("object", entry.objectId());
        entry.hindrance().ifPresent(hindrance -> content.put("why", hindrance));
        content.put(
                "files", entry.objects().stream().map(ListContent::component).toList());
        return content;
    }

    private record Extent(long count, long bytes) {}

    private Extent files() {
        var sizes = entries.stream()
                .filter(entry -> entry.state() == EntryState.REMOVED)
                .flatMap(entry -> entry.objects().stream())
                .mapToLong(object -> object.fixity().size())
                .summaryStatistics();
        return new Extent(sizes.getCount(), sizes.getSum());
    }
}
