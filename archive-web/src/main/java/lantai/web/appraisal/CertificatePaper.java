package lantai.web.appraisal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lantai.print.Column;
import lantai.print.Table;
import lantai.removal.Hindrance;
import lantai.web.text.Text;

/**
 * The certificate of a destruction (销毁证明) as paper: each file with its digests, who decided and watched, where it was looked for
 * afterwards, and what was found.
 *
 * @param text Chinese words
 * @param content the certificate as it was made
 */
record CertificatePaper(Text text, JsonNode content) {
    Table table() {
        return new Table(
                text.say("appraisal.certificate"),
                text.say(
                        "appraisal.certificate.paper",
                        said(content, "number"),
                        text.day(Instant.parse(said(content, "madeAt"))),
                        content.path("destroyed").size(),
                        content.path("files").asLong(),
                        content.path("bytes").asLong()),
                List.of(
                        Column.text(text.say("appraisal.code"), 4.4),
                        Column.text(text.say("appraisal.title"), 3.8),
                        Column.text(text.say("appraisal.certificate.file"), 3),
                        Column.number(text.say("appraisal.certificate.size"), 1.4),
                        Column.text("SHA-256", 5.6),
                        Column.text("SM3", 5.6)),
                content.path("destroyed").valueStream().flatMap(this::rows).toList(),
                notes(),
                text.say("appraisal.print.foot"));
    }

    private Stream<List<String>> rows(JsonNode record) {
        return record.path("files")
                .valueStream()
                .map(file -> List.of(
                        said(record, "referenceCode"),
                        said(record, "title"),
                        said(file, "name"),
                        said(file, "size"),
                        said(file, "sha256"),
                        said(file, "sm3")));
    }

    private List<String> notes() {
        var notes = new ArrayList<String>();
        notes.add(note("appraisal.certificate.result", result()));
        people(notes, content.path("decided"));
        notes.add(note(
                "appraisal.certificate.where",
                text.say("appraisal.certificate.how")
                        + Stream.concat(places(), tables()).collect(Collectors.joining("、"))));
        content.path("spared")
                .forEach(spared -> notes.add(note(
                        "appraisal.entry.SPARED",
                        said(spared, "referenceCode") + "　" + Hindrances.told(text, why(spared.path("why"))))));
        content.path("remains")
                .forEach(remains -> notes.add(note(
                        "appraisal.certificate.found",
                        CertificateView.place(text, said(remains, "place")) + "　" + said(remains, "what"))));
        notes.add(note(
                "appraisal.certificate.stays",
                stays().map(reason -> text.say("appraisal.stays." + reason)).collect(Collectors.joining("；"))));
        content.path("ownedByOthers")
                .forEach(shared -> notes.add(note("appraisal.certificate.shared", said(shared, "sha256"))));
        notes.add(note("appraisal.digest", "SHA-256 " + said(content, "listSha256")));
        notes.add(note("appraisal.digest", "SM3 " + said(content, "listSm3")));
        return notes;
    }

    private void people(List<String> notes, JsonNode decided) {
        notes.add(note("appraisal.submitted", said(decided, "submittedBy")));
        notes.add(note(
                "appraisal.filing",
                said(decided, "authority") + ' ' + said(decided, "filingNumber") + ' ' + said(decided, "filedOn")));
        notes.add(note("appraisal.approved", said(decided, "approvedBy")));
        for (var witness : decided.path("witnesses")) {
            notes.add(note(
                    "appraisal.side." + said(witness, "side"),
                    said(witness, "name") + "　" + said(witness, "manner") + "　"
                            + text.moment(Instant.parse(said(witness, "signedAt")))));
        }
    }

    private String result() {
        if (!content.path("clean").asBoolean()) {
            return text.say(
                    "appraisal.certificate.remains", content.path("remains").size());
        }
        return text.say(
                "appraisal.certificate.clean", things("table"), looked("table").count(), things("folder"));
    }

    private static Hindrance why(JsonNode why) {
        return new Hindrance(
                said(why, "code"),
                why.path("values").valueStream().map(JsonNode::asText).toList());
    }

    private Stream<String> places() {
        return Stream.of("folder", "register")
                .flatMap(this::looked)
                .map(place -> text.say("appraisal.place." + said(place, "place")));
    }

    private Stream<String> tables() {
        return looked("table").findAny().isPresent() ? Stream.of(text.say("appraisal.place.database")) : Stream.of();
    }

    private Stream<String> stays() {
        var reasons = new LinkedHashSet<String>();
        content.path("staysByRule").forEach(kept -> reasons.add(said(kept, "reason")));
        reasons.add("tombstone");
        reasons.add("backup");
        return reasons.stream();
    }

    private Stream<JsonNode> looked(String kind) {
        return content.path("lookedAt")
                .valueStream()
                .filter(place -> said(place, "kind").equals(kind));
    }

    private long things(String kind) {
        return looked(kind).mapToLong(place -> place.path("things").asLong()).sum();
    }

    private String note(String key, String value) {
        return text.say("appraisal.print.note", text.say(key), value);
    }

    private static String said(JsonNode of, String name) {
        return of.path(name).asText();
    }
}
