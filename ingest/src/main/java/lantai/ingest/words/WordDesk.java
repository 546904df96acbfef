package lantai.ingest.words;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import lantai.account.SignedIn;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.policy.DraftDesk;
import lantai.policy.PolicyCentre;
import lantai.policy.PolicyDraft;
import lantai.policy.RuleContent;
import lantai.problem.Malformed;
import lantai.problem.NotFound;
import lantai.problem.Refused;
import org.jdbi.v3.core.Handle;

/**
 * Where corrected words wait until a person takes them into a draft of the dictionary or drops them. A word goes with the
 * record it comes from, because it may be a name. The caller brings the transaction.
 */
public final class WordDesk {
    private static final Pattern RUN = Pattern.compile("[\\p{IsHan}·]+");
    private static final int LONGEST = 12;

    private final PolicyCentre policies;
    private final DraftDesk drafts;
    private final AuditTrail audit;
    private final InstantSource clock;

    public WordDesk(PolicyCentre policies, DraftDesk drafts, AuditTrail audit, InstantSource clock) {
        this.policies = policies;
        this.drafts = drafts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Where a corrected line stands.
     *
     * @param item the record, when it is filed
     * @param file the received file, when it is not
     */
    public record Source(Optional<UUID> item, Optional<UUID> file) {}

    /**
     * Proposes the run of Chinese characters in which a line was changed; longer ones are cut, shorter ones left.
     *
     * @param was the line as read
     * @param written the line as corrected
     */
    public void offer(Handle transaction, String by, Source source, String was, String written) {
        var start = 0;
        while (start < Math.min(was.length(), written.length()) && was.charAt(start) == written.charAt(start)) {
            start++;
        }
        var behind = 0;
        while (behind < Math.min(was.length(), written.length()) - start
                && was.charAt(was.length() - 1 - behind) == written.charAt(written.length() - 1 - behind)) {
            behind++;
        }
        var end = written.length() - behind;
        var runs = RUN.matcher(written);
        while (runs.find()) {
            if (runs.start() < end && runs.end() > start) {
                var from = Math.max(runs.start(), start - LONGEST / 3);
                var to = Math.min(runs.end(), Math.max(end + LONGEST / 3, from + 1));
                add(transaction, by, source, was, written.substring(from, Math.min(to, from + LONGEST)));
            }
        }
    }

    private void add(Handle transaction, String by, Source source, String was, String word) {
        var known = policies.inForce(transaction, WordRule.POLICY).content();
        if (!WordRule.Word.isWord(word)
                || WordRule.parse(known).words().stream()
                        .anyMatch(one -> one.word().equals(word))) {
            return;
        }
        transaction
                .createUpdate("""
                        insert into word_proposal (id, word, was, item_id, file_id, proposed_by, proposed_at)
                        values (:id, :word, :was, :item, :file, :by, :at)
                        on conflict (word) do update set times = word_proposal.times + 1
                        """)
                .bind("id", UUID.randomUUID())
                .bind("word", word)
                .bind("was", was)
                .bind("item", source.item().orElse(null))
                .bind("file", source.file().orElse(null))
                .bind("by", by)
                .bind("at", clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** {@return what waits, the most often corrected first} */
    public List<WordProposal> open(Handle handle) {
        return handle.createQuery("select * from word_proposal order by times desc, proposed_at, word limit 500")
                .map((row, _) -> new WordProposal(
                        row.getObject("id", UUID.class),
                        row.getString("word"),
                        row.getString("was"),
                        row.getInt("times"),
                        row.getString("proposed_by"),
                        row.getObject("proposed_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /**
     * Takes a word into the open draft of the dictionary, or into a new one.
     *
     * @param word as the person wants it, perhaps shorter than proposed
     * @throws Malformed when it is none
     * @throws NotFound when somebody has decided already
     * @throws Refused when the draft waits for approval
     */
    public PolicyDraft adopt(Handle transaction, SignedIn who, UUID id, String word, WordKind kind) {
        var clean = new WordRule.Word(word.strip(), kind).word();
        take(transaction, id);
        var open = drafts.open(transaction, WordRule.POLICY)
                .orElseGet(() -> drafts.begin(
                        transaction,
                        who,
                        WordRule.POLICY,
                        policies.inForce(transaction, WordRule.POLICY).version()));
        if (!open.state().isEditable()) {
            throw new Refused(WordProblem.DRAFT_WAITS);
        }
        audit.record(
                transaction,
                who.actor(),
                AuditAction.WORD_ADOPTED,
                new Subject("policy", WordRule.POLICY),
                Map.of("word", clean));
        var content = RuleContent.parse(open.content());
        var rows = content.rows(WordRule.WORDS);
        for (var row = 0; row < rows; row++) {
            if (content.rowName(WordRule.WORDS, row).equals(clean)) {
                return open;
            }
        }
        var more = content.withRow(WordRule.WORDS, rows, Map.of("word", clean, "kind", kind.name()));
        return drafts.edit(transaction, who, new DraftDesk.Seen(WordRule.POLICY, open.revision()), more);
    }

    /**
     * Drops a word.
     *
     * @throws NotFound when somebody has decided already
     */
    public void drop(Handle transaction, SignedIn who, UUID id) {
        take(transaction, id);
        audit.record(
                transaction, who.actor(), AuditAction.WORD_DROPPED, new Subject("policy", WordRule.POLICY), Map.of());
    }

    private static void take(Handle transaction, UUID id) {
        var taken = transaction
                .createUpdate("delete from word_proposal where id = :id")
                .bind("id", id)
                .execute();
        if (taken == 0) {
            throw new NotFound(WordProblem.NO_SUCH_PROPOSAL);
        }
    }
}
