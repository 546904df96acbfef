package lantai.web.transfer;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lantai.check.CheckDesk;
import lantai.check.Outcome;
import lantai.check.Property;
import lantai.check.ReportContent;
import lantai.print.Column;
import lantai.print.Table;
import lantai.problem.ArchiveException;
import lantai.search.PersonalNumbers;
import lantai.transfer.TransferEntry;
import lantai.transfer.TransferList;
import lantai.transfer.TransferPapers;
import lantai.transfer.TransferRules;
import lantai.web.problem.ProblemText;
import lantai.web.text.Language;
import lantai.web.text.Text;
import org.jdbi.v3.core.Handle;

/**
 * The papers of a transfer, in Chinese. The register and the catalogue have the fields of the national rule (档发〔2012〕7号); the others
 * were not seen in a source and say so until the agency confirms them.
 */
public final class PaperTables implements TransferPapers {
    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;

    private final TransferRules rules;
    private final CheckDesk checks;
    private final Text text = Text.in(Language.CHINESE);

    public PaperTables(TransferRules rules, CheckDesk checks) {
        this.rules = rules;
        this.checks = checks;
    }

    @Override
    public Table paper(Handle handle, Kind kind, TransferList list, List<TransferEntry> entries) {
        var paper = rules.paper(handle, kind);
        return switch (kind) {
            case REGISTER -> register(handle, paper, list);
            case CATALOGUE -> catalogue(paper, list, entries);
            case OPINIONS -> opinions(paper, list, entries);
            case RECEIPT -> receipt(paper, list, entries);
        };
    }

    private Table register(Handle handle, TransferRules.Paper paper, TransferList list) {
        var content = list.check().report().map(id -> checks.reports().content(handle, id));
        var bundle = list.bundle();
        var carrier = list.carrier();
        var rows = new ArrayList<List<String>>();
        fact(rows, "work", list.title());
        fact(rows, "what", text.say("transfer.paper.what-value", list.archive().name(), list.number()));
        fact(rows, "items", "" + list.records());
        fact(
                rows,
                "bytes",
                Sizes.gigabytes(bundle.map(whole -> whole.fixity().size()).orElse(list.bytes())));
        fact(rows, "carrier", carrier.number());
        fact(rows, "carrier-kind", carrier.kind().isEmpty() ? text.say("transfer.paper.online") : carrier.kind());
        check(rows, "accuracy", content, Property.AUTHENTICITY);
        check(rows, "integrity", content, Property.INTEGRITY);
        check(rows, "usability", content, Property.USABILITY);
        check(rows, "security", content, Property.SECURITY);
        rows.add(List.of(text.say("transfer.paper.look"), "", ""));
        rows.add(List.of(
                text.say("transfer.paper.digest"),
                bundle.map(whole -> whole.fixity().sm3()).orElse(""),
                ""));
        fact(rows, "package", list.number());
        fact(
                rows,
                "capacity",
                bundle.map(whole -> Sizes.told(whole.fixity().size())).orElse(""));
        for (var blank : List.of("filled-by", "reviewed-by", "seal", "date")) {
            rows.add(List.of(text.say("transfer.paper." + blank), "", ""));
        }
        return new Table(
                paper.title(),
                list.number(),
                List.of(
                        Column.text(text.say("transfer.paper.fact"), 2.4),
                        Column.text(text.say("transfer.paper.given"), 6),
                        Column.text(text.say("transfer.paper.taken"), 4)),
                rows,
                notes(paper, text.say("transfer.paper.digest-note")),
                text.say("appraisal.print.foot"));
    }

    private void fact(List<List<String>> rows, String key, String value) {
        rows.add(List.of(text.say("transfer.paper." + key), value, ""));
    }

    private void check(List<List<String>> rows, String key, Optional<ReportContent> content, Property property) {
        var said = content.map(report -> report.dimensions().stream()
                        .filter(dimension -> dimension.property() == property)
                        .findFirst()
                        .map(dimension -> worst(dimension, report.number()))
                        .orElse(""))
                .orElse("");
        rows.add(List.of(text.say("transfer.paper." + key), said, ""));
    }

    private String worst(ReportContent.Dimension dimension, String number) {
        var failed = count(dimension, Outcome.FAILED);
        var notRun = count(dimension, Outcome.NOT_RUN) + count(dimension, Outcome.MANUAL);
        return failed == 0 && notRun == 0
                ? text.say("transfer.paper.passed", number)
                : text.say("transfer.paper.not-all", count(dimension, Outcome.PASSED), failed, notRun, number);
    }

    private static long count(ReportContent.Dimension dimension, Outcome outcome) {
        return dimension.rules().stream()
                .filter(line -> line.result() == outcome)
                .count();
    }

    private Table catalogue(TransferRules.Paper paper, TransferList list, List<TransferEntry> entries) {
        return new Table(
                paper.title(),
                line(list),
                List.of(
                        Column.number(text.say("transfer.paper.ordinal"), 1.2),
                        Column.text(text.say("transfer.code"), 5),
                        Column.text(text.say("transfer.paper.responsible"), 3),
                        Column.text(text.say("transfer.title-of"), 7),
                        Column.text(text.say("transfer.paper.dated"), 1.9),
                        Column.text(text.say("transfer.paper.secrecy"), 1.2),
                        Column.text(text.say("transfer.paper.file"), 6),
                        Column.text(text.say("transfer.remark"), 1.6)),
                entries.stream()
                        .map(entry -> List.of(
                                "" + entry.ordinal(),
                                entry.referenceCode(),
                                entry.responsible(),
                                PersonalNumbers.masked(entry.title()),
                                entry.dated().map(DATE::format).orElse(""),
                                entry.secrecy(),
                                entry.packed().map(TransferEntry.Packed::path).orElse(""),
                                answer(entry)))
                        .toList(),
                notes(paper, text.say("transfer.paper.hands")),
                text.say("appraisal.print.foot"));
    }

    private Table opinions(TransferRules.Paper paper, TransferList list, List<TransferEntry> entries) {
        return new Table(
                paper.title(),
                line(list),
                List.of(
                        Column.number(text.say("transfer.paper.ordinal"), 1.2),
                        Column.text(text.say("transfer.code"), 5),
                        Column.text(text.say("transfer.title-of"), 7),
                        Column.text(text.say("transfer.year"), 1.4),
                        Column.text(text.say("transfer.opinion"), 2),
                        Column.text(text.say("transfer.reason"), 6),
                        Column.text(text.say("transfer.paper.judged-by"), 2),
                        Column.text(text.say("transfer.paper.judged-on"), 2)),
                entries.stream()
                        .map(entry -> List.of(
                                "" + entry.ordinal(),
                                entry.referenceCode(),
                                PersonalNumbers.masked(entry.title()),
                                "" + entry.year(),
                                entry.opinion()
                                        .map(opened -> opened.opinion().chinese())
                                        .orElse(""),
                                entry.opinion()
                                        .map(TransferEntry.Opened::reason)
                                        .orElse(""),
                                entry.opinion().map(TransferEntry.Opened::by).orElse(""),
                                entry.opinion()
                                        .map(opened -> text.day(opened.at()))
                                        .orElse("")))
                        .toList(),
                notes(paper),
                text.say("appraisal.print.foot"));
    }

    private Table receipt(TransferRules.Paper paper, TransferList list, List<TransferEntry> entries) {
        return new Table(
                paper.title(),
                line(list),
                List.of(
                        Column.text(text.say("transfer.code"), 4),
                        Column.text(text.say("transfer.paper.digest"), 9.5),
                        Column.text(text.say("transfer.paper.answer"), 2),
                        Column.text(text.say("transfer.paper.explain"), 4)),
                entries.stream()
                        .map(entry -> List.of(
                                entry.referenceCode(),
                                entry.packed()
                                        .map(packed -> packed.fixity().sm3())
                                        .orElse(""),
                                "",
                                ""))
                        .toList(),
                notes(paper, text.say("transfer.paper.receipt-note")),
                text.say("appraisal.print.foot"));
    }

    private String line(TransferList list) {
        return text.say("transfer.paper.line", list.number(), list.archive().name(), list.records());
    }

    private String answer(TransferEntry entry) {
        return switch (entry.answer()) {
            case PENDING -> "";
            case ACCEPTED, REFUSED ->
                text.say("transfer.answer." + entry.answer().name());
        };
    }

    private List<String> notes(TransferRules.Paper paper, String... said) {
        var notes = new ArrayList<>(List.of(said));
        if (!paper.confirmed()) {
            notes.add(text.say("list.unconfirmed"));
        }
        return notes;
    }

    @Override
    public String note(TransferList list, List<TransferEntry> entries, long bytes) {
        var lines = new ArrayList<String>();
        for (var fact : List.of(
                List.of("work", list.title()),
                List.of("package", list.number()),
                List.of("capacity", Sizes.told(bytes)),
                List.of("items", "" + list.records()),
                List.of("carrier", list.carrier().number()),
                List.of(
                        "carrier-kind",
                        list.carrier().kind().isEmpty()
                                ? text.say("transfer.paper.online")
                                : list.carrier().kind()),
                List.of("keeper", list.archive().name()),
                List.of("maker", list.drawnUpBy()),
                List.of("checker", ""),
                List.of("needed", text.say("transfer.paper.needed-value")))) {
            lines.add(text.say("appraisal.print.note", text.say("transfer.paper." + fact.getFirst()), fact.getLast()));
        }
        return String.join("\r\n", lines) + "\r\n";
    }

    @Override
    public String naming() {
        return text.say("transfer.paper.naming").replace("。", "。\r\n");
    }

    @Override
    public String told(ArchiveException failure) {
        return ProblemText.of(text, failure);
    }
}
