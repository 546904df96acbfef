package lantai.ingest.hooking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lantai.ingest.hooking.HookPlan.Match;
import lantai.ingest.hooking.HookPlan.Stray;
import lantai.ingest.hooking.HookPlan.Why;
import lantai.ingest.intake.ReceivedFile;
import lantai.ingest.intake.ReceivedFiles;
import lantai.ingest.review.Document;
import lantai.ingest.review.DocumentPage;
import lantai.ingest.review.Documents;
import lantai.ingest.review.NaturalOrder;
import lantai.policy.PolicyCentre;
import lantai.record.Item;
import org.jdbi.v3.core.Handle;

/** Finds out which documents of a batch belong to which entries. Changes nothing. */
final class HookPlanner {
    private static final int FIRST = 500;

    private final Documents documents;
    private final ReceivedFiles files;
    private final PolicyCentre policies;

    HookPlanner(Documents documents, ReceivedFiles files, PolicyCentre policies) {
        this.documents = documents;
        this.files = files;
        this.policies = policies;
    }

    /** One document with the path of its first page and what that may mean. */
    private record Candidate(Document document, String path, List<HookRule.Guess> guesses) {}

    /** One entry that a code may mean. */
    private record Known(UUID item, String code, String title, Optional<Integer> pages, boolean hooked) {}

    /** A document on its way to its entry. */
    private record Placed(Candidate candidate, int page) {}

    HookPlan plan(Handle handle, UUID batch) {
        var rule = HookRule.parse(policies.inForce(handle, HookRule.POLICY).content());
        var candidates = candidates(handle, batch, rule);
        var known = known(
                handle,
                candidates.stream()
                        .flatMap(candidate -> candidate.guesses().stream())
                        .map(HookRule.Guess::code)
                        .collect(Collectors.toSet()));
        var placed = new LinkedHashMap<Known, List<Placed>>();
        var strays = new ArrayList<Stray>();
        for (var candidate : candidates) {
            var guess = candidate.guesses().stream()
                    .filter(one -> known.containsKey(one.code()))
                    .findFirst();
            var meant =
                    guess.map(one -> known.getOrDefault(one.code(), List.of())).orElse(List.of());
            if (meant.size() == 1 && !meant.getFirst().hooked()) {
                placed.computeIfAbsent(meant.getFirst(), _ -> new ArrayList<>())
                        .add(new Placed(candidate, guess.orElseThrow().page()));
            } else {
                strays.add(new Stray(candidate.document().id(), candidate.path(), why(meant)));
            }
        }
        var matches = placed.entrySet().stream()
                .map(entry -> match(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Match::referenceCode))
                .toList();
        strays.sort(Comparator.comparing(Stray::path, NaturalOrder.PATHS));
        return new HookPlan(matches, strays, without(handle, matches));
    }

    /** {@return chosen documents of a batch with their pages, for an entry; nothing when one is not under review} */
    Optional<Match> match(Handle handle, UUID batch, List<UUID> chosen, Item entry) {
        var rule = HookRule.parse(policies.inForce(handle, HookRule.POLICY).content());
        var placed = candidates(handle, batch, rule).stream()
                .filter(candidate -> chosen.contains(candidate.document().id()))
                .map(candidate -> new Placed(candidate, 0))
                .toList();
        var known = new Known(entry.id(), entry.referenceCode().text(), entry.title(), Optional.empty(), false);
        return placed.isEmpty() || placed.size() != new HashSet<>(chosen).size()
                ? Optional.empty()
                : Optional.of(match(known, placed));
    }

    private static Why why(List<Known> meant) {
        if (meant.isEmpty()) {
            return Why.NO_ENTRY;
        }
        return meant.size() == 1 ? Why.HOOKED_BEFORE : Why.AMBIGUOUS;
    }

    private List<Candidate> candidates(Handle handle, UUID batch, HookRule rule) {
        var ids = handle.createQuery("""
                        select id from document where batch_id = :batch and state in ('PROPOSED', 'ACCEPTED')
                        """).bind("batch", batch).mapTo(UUID.class).list();
        var found = documents.all(handle, ids);
        var first = found.stream()
                .map(document -> document.pages().getFirst().fileId())
                .distinct()
                .toList();
        Map<UUID, String> paths =
                files.all(handle, first).stream().collect(Collectors.toMap(ReceivedFile::id, ReceivedFile::path));
        return found.stream()
                .map(document -> {
                    var path = paths.getOrDefault(document.pages().getFirst().fileId(), "");
                    return new Candidate(document, path, rule.guesses(path));
                })
                .toList();
    }

    private static Map<String, List<Known>> known(Handle handle, Set<String> codes) {
        Map<String, List<Known>> known = new HashMap<>();
        handle.createQuery("""
                        select i.id, i.reference_code, i.title, e.pages,
                               exists (select 1 from component c where c.item_id = i.id)
                                   or exists (select 1 from document d where d.id = i.id) as hooked
                        from catalogue_entry e join item i on i.id = e.item_id
                        where regexp_replace(i.reference_code, '[^A-Z0-9一-龥]', '', 'g') = any (:codes)
                        """)
                .bindArray("codes", String.class, codes.toArray())
                .map((row, _) -> new Known(
                        row.getObject("id", UUID.class),
                        row.getString("reference_code"),
                        row.getString("title"),
                        Optional.ofNullable(row.getObject("pages", Integer.class)),
                        row.getBoolean("hooked")))
                .forEach(one -> known.computeIfAbsent(HookRule.folded(one.code()), _ -> new ArrayList<>())
                        .add(one));
        return known;
    }

    private static Match match(Known entry, List<Placed> placed) {
        var ordered = placed.stream()
                .sorted(Comparator.comparingInt(Placed::page)
                        .thenComparing(one -> one.candidate().path(), NaturalOrder.PATHS))
                .map(one -> one.candidate().document())
                .toList();
        List<DocumentPage> pages = new ArrayList<>();
        for (var page :
                ordered.stream().flatMap(document -> document.pages().stream()).toList()) {
            pages.add(new DocumentPage(pages.size() + 1, page.fileId(), page.filePage(), page.turn()));
        }
        var distinct = new HashSet<>(pages.stream().map(DocumentPage::fileId).toList());
        return new Match(
                entry.item(),
                entry.code(),
                entry.title(),
                ordered.stream().map(Document::id).toList(),
                pages,
                distinct.size(),
                entry.pages());
    }

    /** Entries of all imports that will still have no pages. */
    private static HookPlan.Without without(Handle handle, List<Match> matches) {
        var found = Stream.concat(Stream.of(new UUID(0, 0)), matches.stream().map(Match::item))
                .toArray();
        var condition = """
                 from catalogue_entry e join item i on i.id = e.item_id
                where not exists (select 1 from component c where c.item_id = i.id)
                  and not exists (select 1 from document d where d.id = i.id) and i.id <> all (:found)
                """;
        var first = handle.createQuery(
                        "select i.id, i.reference_code, i.title" + condition + " order by i.reference_code limit :most")
                .bindArray("found", UUID.class, found)
                .bind("most", FIRST)
                .map((row, _) -> new HookPlan.Entry(
                        row.getObject("id", UUID.class), row.getString("reference_code"), row.getString("title")))
                .list();
        var all = handle.createQuery("select count(*)" + condition)
                .bindArray("found", UUID.class, found)
                .mapTo(Integer.class)
                .one();
        return new HookPlan.Without(first, all);
    }
}
