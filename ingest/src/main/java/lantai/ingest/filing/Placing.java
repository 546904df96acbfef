package lantai.ingest.filing;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.account.SignedIn;
import lantai.classification.Category;
import lantai.ingest.intake.Batches;
import lantai.ingest.intake.ReceivedFile;
import lantai.ingest.intake.ReceivedFiles;
import lantai.ingest.propose.Field;
import lantai.ingest.propose.KindRules;
import lantai.ingest.review.Document;
import lantai.ingest.review.DocumentPage;
import lantai.photo.PhotoGroupDesk;
import lantai.photo.PhotoGroupDesk.Belonging;
import lantai.policy.PolicyCentre;
import lantai.problem.Refused;
import lantai.record.CodeScope;
import lantai.record.GroupPlace;
import lantai.record.ReferenceCodeRule;
import lantai.retention.RetentionPeriod;
import org.jdbi.v3.core.Handle;

/**
 * Finds where documents are filed: within what their item numbers count. Photos are numbered within their groups. Which photos belong
 * to one group is said at the review desk; where nobody has, it is those out of one folder of a batch, or the batch (agency policy).
 */
public final class Placing {
    private final PolicyCentre policies;
    private final ReceivedFiles files;
    private final Batches batches;
    private final PhotoGroupDesk groups;

    public Placing(PolicyCentre policies, ReceivedFiles files, Batches batches, PhotoGroupDesk groups) {
        this.policies = policies;
        this.files = files;
        this.batches = batches;
        this.groups = groups;
    }

    /**
     * Where a document is filed, before its group is known.
     *
     * @param link its business link or class; may be empty
     */
    private record Wanted(
            Document document,
            Category category,
            int year,
            RetentionPeriod retention,
            String link,
            Map<String, String> places) {
        Optional<GroupPlace> group(ReferenceCodeRule rule) {
            return rule.group(category, year, retention, link, places)
                    .map(scope -> new GroupPlace(scope, category, year, retention));
        }

        CodeScope scope(ReferenceCodeRule rule, Optional<Integer> group) {
            var all = new HashMap<>(places);
            group.ifPresent(number -> all.put("group", Integer.toString(number)));
            return rule.scope(category, year, retention, link, all);
        }
    }

    /** A group that photos belong to. */
    private record Grouped(GroupPlace place, Belonging belonging) {
        String key() {
            return place.scope().text() + belonging.origin();
        }
    }

    /** Tells the number of a group. */
    private interface Numbers {
        int of(Grouped group);
    }

    /**
     * Opens the groups that are missing, in the order of their names, so that two callers never wait for each other in a ring.
     *
     * @return the place of each document, in the order given
     * @throws Refused when a document is not complete, or names a group that is not in its place
     */
    Map<Document, CodeScope> places(Handle transaction, SignedIn who, List<Document> documents, KindRules kinds) {
        return placed(
                transaction,
                documents,
                kinds,
                group -> groups.joining(transaction, who, group.place(), group.belonging()));
    }

    /** {@return the place that each document would get now; nothing is changed} */
    Map<Document, CodeScope> foreseen(Handle handle, List<Document> documents, KindRules kinds) {
        var fresh = new HashMap<String, Integer>();
        return placed(
                handle,
                documents,
                kinds,
                group -> groups.existing(handle, group.place(), group.belonging())
                        .orElseGet(() -> fresh.merge(
                                group.place().scope().text(),
                                groups.next(handle, group.place()),
                                (last, _) -> last + 1)));
    }

    private Map<Document, CodeScope> placed(Handle handle, List<Document> documents, KindRules kinds, Numbers numbers) {
        var rule = ReferenceCodeRule.parse(
                policies.inForce(handle, ReferenceCodeRule.POLICY).content());
        var wanted = documents.stream().map(document -> wanted(document, kinds)).toList();
        var grouped = new HashMap<UUID, Grouped>();
        wanted.forEach(one -> one.group(rule)
                .ifPresent(place ->
                        grouped.put(one.document().id(), new Grouped(place, belonging(handle, one.document())))));
        var given = new HashMap<String, Integer>();
        grouped.values().stream()
                .sorted(Comparator.comparing(Grouped::key))
                .forEach(group -> given.computeIfAbsent(group.key(), _ -> numbers.of(group)));
        var places = new LinkedHashMap<Document, CodeScope>();
        wanted.forEach(one -> places.put(
                one.document(),
                one.scope(
                        rule,
                        Optional.ofNullable(grouped.get(one.document().id()))
                                .flatMap(group -> Optional.ofNullable(given.get(group.key()))))));
        return places;
    }

    private static Wanted wanted(Document document, KindRules kinds) {
        var category = Category.of(document.value(Field.CATEGORY)).orElseThrow(() -> incomplete(document));
        return new Wanted(
                document,
                category,
                Integer.parseInt(document.value(Field.YEAR)),
                RetentionPeriod.parse(document.value(Field.RETENTION)).orElseThrow(() -> incomplete(document)),
                link(document, kinds),
                Map.of("project", category == Category.KJ ? document.value(Field.PROJECT) : ""));
    }

    private Belonging belonging(Handle handle, Document document) {
        var folder = files
                .all(
                        handle,
                        document.pages().stream()
                                .map(DocumentPage::fileId)
                                .limit(1)
                                .toList())
                .stream()
                .map(ReceivedFile::folder)
                .findFirst()
                .orElse("");
        var last = folder.substring(folder.lastIndexOf('/') + 1);
        var said = document.value(Field.PHOTO_GROUP);
        if (!said.isEmpty() && !said.equals(last)) {
            return new Belonging(said, document.batchId() + "=" + said);
        }
        var name = last.isBlank() ? batches.get(handle, document.batchId()).title() : last;
        return new Belonging(name, document.batchId() + "/" + folder);
    }

    /** The business link or class of the kind, such as GL of {@code GL 1.1}, or {@code KU·01}; empty when it has none. */
    private static String link(Document document, KindRules kinds) {
        return kinds.kind(document.value(Field.KIND))
                .map(kind -> kind.link().split(" ", 2)[0])
                .filter(link -> link.matches("[A-Z]{2}(?:·[A-Z0-9]{1,4}){0,3}"))
                .orElse("");
    }

    private static Refused incomplete(Document document) {
        return new Refused(FilingProblem.NOT_ACCEPTED, document.id());
    }
}
