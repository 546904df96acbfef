package lantai.web.scan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.ingest.intake.Batch;
import lantai.ingest.scan.ScanCheck;
import lantai.ingest.scan.ScanDesk.Tally;
import lantai.ingest.scan.ScanFinding;
import lantai.ingest.scan.ScanFinding.State;
import lantai.web.frame.Page;

/**
 * What was found on the scans of a batch.
 *
 * @param open how many findings nobody has spoken of yet
 * @param checks how many of them there are of each check
 * @param check the check asked for, empty for all
 * @param state the state asked for
 * @param pages the pages shown, with their findings
 * @param number which page of the list, from 1
 * @param total how many pages there are in the list
 */
public record ScanView(
        Page page,
        Batch batch,
        Tally tally,
        long open,
        List<Map.Entry<ScanCheck, Long>> checks,
        String check,
        State state,
        List<FaultyPage> pages,
        int number,
        int total) {
    /** Pages on one page of the list. */
    static final int SIZE = 30;

    public ScanView {
        checks = List.copyOf(checks);
        pages = List.copyOf(pages);
    }

    /**
     * One page with what was found on it.
     *
     * @param desk where it stands at the review desk, while it is under review
     */
    public record FaultyPage(UUID file, String path, int number, Optional<String> desk, List<ScanFinding> findings) {
        public FaultyPage {
            findings = List.copyOf(findings);
        }

        /** {@return the address of its small picture} */
        public String picture(Batch batch) {
            return "/scans/" + batch.id() + "/" + file + "/" + number + "/small.jpg";
        }
    }

    /** {@return the name of a check} */
    public String name(ScanCheck check) {
        return ScanWords.name(page.text(), check);
    }

    /** {@return the tone of a finding: what nobody has spoken of yet stands out} */
    public String tone(ScanFinding finding) {
        return finding.state() == State.OPEN ? "wait" : "";
    }

    /** {@return what was found, in one sentence} */
    public String told(ScanFinding finding) {
        return ScanWords.told(page.text(), finding);
    }

    /** {@return the states to choose from} */
    public List<State> states() {
        return List.of(State.values());
    }

    /** {@return the address of the list with another state or check} */
    public String list(String otherState, String otherCheck) {
        return "/scans/" + batch.id() + "?state=" + otherState + (otherCheck.isEmpty() ? "" : "&check=" + otherCheck);
    }

    /** {@return the number of the first page shown, from 1} */
    public int first() {
        return (number - 1) * SIZE + 1;
    }

    /** {@return the number of the last page shown} */
    public int last() {
        return first() + pages.size() - 1;
    }
}
