package lantai.ingest.sample;

import java.io.IOException;
import lantai.ingest.sample.TruthFile.Expected;
import org.jspecify.annotations.Nullable;

/**
 * One file that is to be delivered.
 *
 * @param path inside the folder
 * @param kind what it is
 * @param facts what it says
 * @param making how its bytes come about
 * @param reason why it will be set aside, or null when it can be read
 * @param small whether it also belongs to the small sample
 */
record Parcel(
        String path,
        Kind kind,
        Facts facts,
        Making making,
        @Nullable String reason,
        boolean small) {
    /** Makes the bytes of a file. */
    @FunctionalInterface
    interface Making {
        Made with(Press press) throws IOException;
    }

    static Parcel of(String path, Kind kind, Facts facts, Making making) {
        return new Parcel(path, kind, facts, making, null, false);
    }

    static Parcel of(String path, Paper paper, Making making) {
        return of(path, paper.kind(), paper.facts(), making);
    }

    static Parcel jpeg(String path, Paper paper, Look look) {
        return of(path + ".jpg", paper, press -> press.jpeg(paper, look));
    }

    static Parcel png(String path, Paper paper, Look look) {
        return of(path + ".png", paper, press -> press.png(paper, look));
    }

    static Parcel tiff(String path, Paper paper, Look look) {
        return of(path + ".tif", paper, press -> press.tiff(paper, look));
    }

    static Parcel scannedPdf(String path, Paper paper, Look look) {
        return of(path + ".pdf", paper, press -> press.scannedPdf(paper, look));
    }

    static Parcel pdf(String path, Paper paper) {
        return of(path + ".pdf", paper, press -> press.pdf(paper));
    }

    Parcel refused(String why) {
        return new Parcel(path, kind, facts, making, why, small);
    }

    /** {@return the same, also in the small sample} */
    Parcel alsoSmall() {
        return new Parcel(path, kind, facts, making, reason, true);
    }

    TruthFile truth(Made made) {
        var person = facts.person();
        return new TruthFile(
                path,
                kind.code(),
                kind.chinese(),
                kind.category(),
                kind.series(),
                kind.retention(),
                facts.title(),
                facts.date(),
                person == null ? null : person.name(),
                person == null ? null : person.idNumber(),
                facts.amount(),
                facts.documentNumber(),
                facts.referenceCode(),
                reason == null ? Expected.READ : Expected.QUARANTINED,
                reason,
                made.mediaType(),
                made.pages(),
                made.lines());
    }
}
