package lantai.ingest.correction;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lantai.account.SignedIn;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.ingest.words.WordDesk;
import lantai.ingest.words.Words;
import lantai.ocr.PageText;
import lantai.problem.Malformed;
import lantai.problem.NotFound;
import lantai.problem.Refused;
import org.jdbi.v3.core.Handle;

/**
 * Where people put right what was read, line by line. A written line is kept at once and outlives a lost connection; finishing
 * a page makes all its written lines the new text of the page. Who may see the page is decided before. The caller brings the
 * transaction.
 */
public final class CorrectionDesk {
    private static final int LONGEST = 500;

    private final CorrectionRows rows = new CorrectionRows();
    private final FiledTexts filed;
    private final ReviewTexts review;
    private final Words words;
    private final WordDesk proposals;
    private final AuditTrail audit;
    private final InstantSource clock;

    /** What the desk goes through. */
    public record Doors(FiledTexts filed, ReviewTexts review, Words words, WordDesk proposals, AuditTrail audit) {}

    public CorrectionDesk(Doors doors, InstantSource clock) {
        this.filed = doors.filed();
        this.review = doors.review();
        this.words = doors.words();
        this.proposals = doors.proposals();
        this.audit = doors.audit();
        this.clock = clock;
    }

    /**
     * What a person sees of a line when he writes it.
     *
     * @param line its place on the page, from 0
     * @param was what it says, as he saw it
     * @param written what it shall say; the same when it is right, empty when there is nothing to read
     */
    public record Deed(int line, String was, String written) {}

    /**
     * What came of finishing a page.
     *
     * @param version of the record's object, 0 for a page under review
     * @param lines how many were written
     * @param changed how many of them say something else now
     */
    public record Finished(int version, int lines, int changed) {}

    /**
     * A page with what is written in it. What was written on another reading of the page is left out.
     *
     * @throws NotFound when there is no such page
     * @throws Refused when it has no text that was read
     */
    public Sheet sheet(Handle handle, Shown shown) {
        var text = text(handle, shown);
        var written = rows.of(handle, key(handle, shown)).stream()
                .filter(one -> Mending.fits(text, one))
                .toList();
        return new Sheet(text, written, words.rule(handle).doubtBelow() / 100.0);
    }

    /**
     * Writes a line, or says that it is right. Nobody's page changes yet.
     *
     * @throws Malformed when it is too long
     * @throws Refused when the line says something else meanwhile, or somebody else has written it
     */
    public Sheet write(Handle transaction, SignedIn who, Shown shown, Deed deed) {
        var text = text(transaction, shown);
        if (deed.line() < 0 || deed.line() >= text.lines().size()) {
            throw new NotFound(CorrectionProblem.NO_SUCH_LINE, deed.line() + 1);
        }
        var clean = deed.written().replaceAll("\\s+", " ").strip();
        if (clean.length() > LONGEST) {
            throw new Malformed(CorrectionProblem.TOO_LONG, LONGEST);
        }
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var by = who.actor().name();
        var line = new WrittenLine(deed.line(), deed.was(), clean, who.account().id(), by, at);
        if (!Mending.fits(text, line)) {
            throw new Refused(CorrectionProblem.CHANGED_MEANWHILE);
        }
        var key = key(transaction, shown);
        // what was written on an earlier reading of the page is of no use any more
        rows.of(transaction, key).stream()
                .filter(one -> one.line() == deed.line() && !Mending.fits(text, one))
                .forEach(one -> rows.remove(transaction, key, one.line()));
        if (!rows.write(transaction, key, line)) {
            throw new Refused(CorrectionProblem.WRITTEN_BY_ANOTHER, other(transaction, key, deed.line()));
        }
        return sheet(transaction, shown);
    }

    private String other(Handle handle, CorrectionRows.Key key, int line) {
        return rows.of(handle, key).stream()
                .filter(one -> one.line() == line)
                .map(WrittenLine::by)
                .findFirst()
                .orElse("");
    }

    /**
     * Takes back what this person wrote last on a page that is not finished.
     *
     * @return the line
     * @throws Refused when there is nothing
     */
    public WrittenLine takeBack(Handle transaction, SignedIn who, Shown shown) {
        var key = key(transaction, shown);
        var own = rows.of(transaction, key).stream()
                .filter(line -> line.account().equals(who.account().id()))
                .toList();
        if (own.isEmpty()) {
            throw new Refused(CorrectionProblem.NOTHING_WRITTEN);
        }
        rows.remove(transaction, key, own.getLast().line());
        return own.getLast();
    }

    /**
     * Makes the written lines the text of their page; whoever wrote them stays their author.
     *
     * @throws Refused when nothing is written
     */
    public Finished finish(Handle transaction, SignedIn who, Shown shown) {
        if (shown instanceof Shown.Filed page) {
            filed.lock(transaction, page.item());
        }
        var sheet = sheet(transaction, shown);
        if (sheet.written().isEmpty()) {
            throw new Refused(CorrectionProblem.NOTHING_WRITTEN);
        }
        var text = Mending.mended(sheet.text(), sheet.written());
        var version = keep(transaction, who, shown, text);
        var key = key(transaction, shown);
        var changed = sheet.written().stream()
                .filter(line -> !line.was().equals(line.written()))
                .toList();
        var source = new WordDesk.Source(key.item(), key.file());
        changed.forEach(line -> proposals.offer(transaction, line.by(), source, line.was(), line.written()));
        rows.clear(transaction, key);
        record(transaction, who, shown, sheet.written().size(), changed);
        return new Finished(version, sheet.written().size(), changed.size());
    }

    private int keep(Handle transaction, SignedIn who, Shown shown, PageText text) {
        return switch (shown) {
            case Shown.Filed page ->
                filed.keep(transaction, page, text, who.actor().name(), clock.instant());
            case Shown.UnderReview page -> {
                review.keep(transaction, page, text);
                yield 0;
            }
        };
    }

    private void record(Handle transaction, SignedIn who, Shown shown, int lines, List<WrittenLine> changed) {
        var numbers =
                changed.stream().map(line -> Integer.toString(line.line() + 1)).collect(Collectors.joining(","));
        audit.record(
                transaction,
                who.actor(),
                AuditAction.TEXT_CORRECTED,
                switch (shown) {
                    case Shown.Filed page -> Subject.of("item", page.item());
                    case Shown.UnderReview page -> Subject.of("document", page.document());
                },
                Map.of("page", Integer.toString(number(shown)), "lines", Integer.toString(lines), "changed", numbers));
    }

    private static int number(Shown shown) {
        return switch (shown) {
            case Shown.Filed page -> page.page();
            case Shown.UnderReview page -> page.ordinal();
        };
    }

    private PageText text(Handle handle, Shown shown) {
        return switch (shown) {
            case Shown.Filed page -> filed.read(handle, page);
            case Shown.UnderReview page -> review.read(review.page(handle, page));
        };
    }

    private CorrectionRows.Key key(Handle handle, Shown shown) {
        return switch (shown) {
            case Shown.Filed page ->
                new CorrectionRows.Key(Optional.of(page.item()), Optional.<UUID>empty(), page.page());
            case Shown.UnderReview page -> {
                var place = review.page(handle, page);
                yield new CorrectionRows.Key(Optional.<UUID>empty(), Optional.of(place.fileId()), place.filePage());
            }
        };
    }
}
