package lantai.web.scan;

import java.util.List;
import java.util.Optional;
import lantai.ingest.intake.Batch;
import lantai.ingest.scan.HandOverDesk.HandOver;
import lantai.ingest.scan.SampleDesk.Drawn;
import lantai.ingest.scan.SampleDesk.Sample;
import lantai.ingest.scan.SampleDesk.State;
import lantai.ingest.scan.ScanDesk.Tally;
import lantai.web.frame.Page;

/**
 * The acceptance of a batch of scans: its samples and its hand-over.
 *
 * @param unconfirmed whether the agency has still to confirm the shares
 * @param samples the latest first
 * @param drawn the pages of the latest one
 */
public record AcceptanceView(
        Page page,
        Batch batch,
        Tally tally,
        boolean unconfirmed,
        List<Sample> samples,
        List<Drawn> drawn,
        Optional<HandOver> handOver) {
    public AcceptanceView {
        samples = List.copyOf(samples);
        drawn = List.copyOf(drawn);
    }

    /** {@return the sample that somebody has to conclude} */
    public Optional<Sample> open() {
        return samples.stream().filter(one -> one.state() == State.OPEN).findFirst();
    }

    /** {@return the address of the small picture of a page} */
    public String picture(Drawn one) {
        return "/scans/" + batch.id() + "/" + one.file() + "/" + one.page() + "/small.jpg";
    }

    /** {@return the tone of a sample's state} */
    public String tone(Sample sample) {
        return switch (sample.state()) {
            case OPEN -> "wait";
            case ACCEPTED -> "ok";
            case REFUSED -> "fault";
        };
    }
}
