package lantai.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lantai.policy.PolicyCentre;
import lantai.policy.RuleContent;
import lantai.problem.NotFound;
import lantai.record.CodeGaps;
import lantai.scheme.ClassificationScheme;
import org.jdbi.v3.core.Handle;

/** The items that look at all records of a run together. */
final class WholeChecks {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 500;
    private static final int MOST_RUNS = 50;

    private final PolicyCentre policies;
    private final CodeGaps gaps;
    private final CheckRuns runs;

    WholeChecks(PolicyCentre policies, CodeGaps gaps, CheckRuns runs) {
        this.policies = policies;
        this.gaps = gaps;
        this.runs = runs;
    }

    Judgement look(Handle handle, Rule rule, CheckRun run, Tally tally) {
        return switch (rule) {
            case TOTAL_ITEMS -> records(handle, run, tally);
            case TOTAL_BYTES -> bytes(handle, run, tally);
            case CONTINUITY -> continuity(handle, run);
            case SCOPE -> scope(handle, run);
            case SURPLUS -> surplus(handle, run);
            default -> throw new IllegalArgumentException(rule + " looks at single records");
        };
    }

    /** 2-1: as declared; for a batch nobody declared anything for, as handed over for filing. */
    private static Judgement records(Handle handle, CheckRun run, Tally tally) {
        return same("total-records", expected(handle, run, run.declared().records(), """
                select count(*) from document where batch_id = :batch and state in ('FILING', 'FILED')
                """), tally.records());
    }

    /** 2-2: as declared, or as received with the files that are in the records. */
    private static Judgement bytes(Handle handle, CheckRun run, Tally tally) {
        return same("total-bytes", expected(handle, run, run.declared().bytes(), """
                select coalesce(sum(f.size), 0) from received_file f join
                    (select distinct p.document_id, p.file_id from document_page p join document d on d.id = p.document_id
                     where d.batch_id = :batch and d.state in ('FILING', 'FILED')) used on used.file_id = f.id
                """), tally.bytes());
    }

    private static OptionalLong expected(Handle handle, CheckRun run, OptionalLong declared, String received) {
        if (declared.isPresent() || run.target().kind() != Target.Kind.BATCH) {
            return declared;
        }
        return OptionalLong.of(handle.createQuery(received)
                .bind("batch", run.target().subject().orElseThrow())
                .mapTo(Long.class)
                .one());
    }

    private static Judgement same(String code, OptionalLong expected, long found) {
        if (expected.isEmpty()) {
            return Judgement.notRun("nothing-declared");
        }
        return expected.getAsLong() == found ? Judgement.passed() : Judgement.failed(code, expected.getAsLong(), found);
    }

    /** 2-6: no number is missing without an explanation; those that are just being filed are on their way. */
    private Judgement continuity(Handle handle, CheckRun run) {
        var scopes = runs.scopes(handle, run.target());
        if (scopes.isEmpty()) {
            return Judgement.notApplicable("no-scope");
        }
        var faults = new ArrayList<Said>();
        for (var scope : scopes) {
            var open = open(handle, scope);
            if (!open.isEmpty()) {
                faults.add(Said.of("numbers-missing", scope, told(open)));
            }
        }
        return Judgement.of(ElementChecks.few(faults));
    }

    /** Numbers without a record from the first to the last. */
    record Run(int first, int last) {}

    private List<Run> open(Handle handle, String scope) {
        var onTheirWay = onTheirWay(handle, scope);
        var open = new ArrayList<Run>();
        var after = 0;
        while (open.size() < MOST_RUNS) {
            var next = gaps.gaps(handle, scope, after, PAGE);
            next.stream()
                    .filter(gap -> gap.kind().isEmpty())
                    .forEach(gap -> open.addAll(without(new Run(gap.first(), gap.last()), onTheirWay)));
            if (next.size() < PAGE) {
                break;
            }
            after = next.getLast().last();
        }
        return open;
    }

    private static NavigableSet<Integer> onTheirWay(Handle handle, String scope) {
        return new TreeSet<>(handle.createQuery("""
                        select cast(n.number as int) from
                            (select substring(reference_code from '[0-9]{1,8}$') as number, reference_code from document
                             where state = 'FILING' and starts_with(reference_code, :scope)) n
                        where n.reference_code = :scope || n.number
                        """)
                .bind("scope", scope)
                .mapTo(Integer.class)
                .list());
    }

    /** {@return what is left of a run when some numbers are taken out} */
    static List<Run> without(Run run, NavigableSet<Integer> numbers) {
        var left = new ArrayList<Run>();
        var first = run.first();
        for (int number : numbers.subSet(run.first(), true, run.last(), true)) {
            if (number > first) {
                left.add(new Run(first, number - 1));
            }
            first = number + 1;
        }
        if (first <= run.last()) {
            left.add(new Run(first, run.last()));
        }
        return left;
    }

    static String told(List<Run> runs) {
        return runs.stream()
                .map(run -> run.first() == run.last() ? "" + run.first() : run.first() + "–" + run.last())
                .collect(Collectors.joining("、"));
    }

    /** 2-9: every kind is one that is filed here, and the required materials of each business link are among them. */
    private Judgement scope(Handle handle, CheckRun run) {
        if (run.target().kind() != Target.Kind.BATCH) {
            return Judgement.notApplicable("batch-only");
        }
        var links = links(handle);
        if (links.isEmpty()) {
            return Judgement.notRun("no-kinds");
        }
        var faults = new ArrayList<Said>();
        var asked = new TreeSet<String>();
        var papers = new ArrayList<Paper>();
        handle.createQuery("""
                        select i.kind, i.kind_name, i.title, i.reference_code,
                            coalesce((select string_agg(c.name, ' ') from component c where c.item_id = i.id), '') as names
                        from item i join document d on d.id = i.id where d.batch_id = :batch order by i.reference_code
                        """)
                .bind("batch", run.target().subject().orElseThrow())
                .map((row, _) -> List.of(
                        row.getString("kind"),
                        row.getString("reference_code"),
                        row.getString("kind_name") + ' ' + row.getString("title") + ' ' + row.getString("names")))
                .forEach(row -> {
                    var link = Optional.ofNullable(links.get(row.getFirst()));
                    if (link.isEmpty()) {
                        faults.add(Said.of("out-of-scope", row.get(1), row.getFirst()));
                    } else if (!link.get().isEmpty()) {
                        asked.add(link.get());
                    }
                    papers.add(new Paper(row.getFirst(), row.get(2)));
                });
        var scheme = scheme(handle);
        asked.forEach(link -> scheme.ifPresent(found -> missing(found, link, papers, faults)));
        return Judgement.of(ElementChecks.few(faults));
    }

    /** A paper of the batch: its kind, and all that names it. */
    private record Paper(String kind, String words) {}

    /** The main form is there, else nothing would be of the link. */
    private static void missing(ClassificationScheme scheme, String link, List<Paper> papers, List<Said> faults) {
        scheme.checklist(link).stream()
                .filter(material -> material.required() && !material.main())
                .filter(material -> papers.stream().noneMatch(paper -> material.isMet(paper.kind(), paper.words())))
                .forEach(material -> faults.add(Said.of(
                        material.evidence().equals("K") ? "material-missing-unconfirmed" : "material-missing",
                        link,
                        material.name())));
    }

    /** The business link of each kind in force. */
    private Map<String, String> links(Handle handle) {
        var links = new HashMap<String, String>();
        try {
            JsonNode kinds = JSON.readTree(
                            policies.inForce(handle, "document-kinds").content())
                    .path("kinds");
            kinds.forEach(kind ->
                    links.put(kind.path("code").asText(""), kind.path("link").asText("")));
        } catch (NotFound none) {
            return Map.of();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return links;
    }

    private Optional<ClassificationScheme> scheme(Handle handle) {
        try {
            return Optional.of(ClassificationScheme.of(RuleContent.parse(
                    policies.inForce(handle, ClassificationScheme.POLICY).content())));
        } catch (NotFound none) {
            return Optional.empty();
        }
    }

    /** 4-3: what was delivered and is in no record. A carrier in the hand is looked at by people. */
    private static Judgement surplus(Handle handle, CheckRun run) {
        if (run.target().kind() != Target.Kind.BATCH) {
            return Judgement.notApplicable("batch-only");
        }
        var names = handle.createQuery("""
                        select f.path from received_file f
                        where f.batch_id = :batch and f.step not in ('QUARANTINED', 'SEALED', 'CANCELLED')
                          and not exists (select 1 from document_page p join document d on d.id = p.document_id
                            where p.file_id = f.id and d.state in ('FILING', 'FILED', 'ACCEPTED', 'PROPOSED'))
                        order by f.path
                        """)
                .bind("batch", run.target().subject().orElseThrow())
                .mapTo(String.class)
                .list();
        return Judgement.of(ElementChecks.few(
                names.stream().map(name -> Said.of("surplus", name)).toList()));
    }
}
