package lantai.web.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lantai.check.NameEnding;
import lantai.ingest.intake.FileList.Outcome;
import lantai.ingest.intake.ReceivedFile;
import lantai.ingest.intake.Step;
import lantai.ingest.reader.Fact;
import lantai.web.frame.Page;
import lantai.web.text.FormatName;

/**
 * One file as people see it.
 *
 * @param outcomes the documents made from it
 * @param place where the same bytes lie already
 * @param batchTitle what its batch is called
 */
public record FileLine(
        Page page, ReceivedFile file, List<Outcome> outcomes, Optional<Whereabouts.Place> place, String batchTitle) {
    private static final Set<String> ASIDE = Set.of("separator", "replaced");
    private static final String[] UNITS = {"B", "KB", "MB", "GB"};

    public FileLine {
        outcomes = List.copyOf(outcomes);
    }

    /** {@return its step, or {@code FILED} when all its documents are filed that were not put aside} */
    public String step() {
        var going =
                outcomes.stream().filter(one -> !one.state().equals("REJECTED")).toList();
        return file.step() == Step.PROPOSED
                        && !going.isEmpty()
                        && going.stream().allMatch(one -> one.state().equals("FILED"))
                ? "FILED"
                : file.step().name();
    }

    /** {@return ok, wait, fault, info or nothing} */
    public String tone() {
        return switch (step()) {
            case "FILED" -> "ok";
            case "PROPOSED" -> "wait";
            case "QUARANTINED", "SEALED" -> "fault";
            case "CANCELLED" -> "";
            default -> "info";
        };
    }

    /** {@return the drawing of its state} */
    public String icon() {
        return switch (step()) {
            case "FILED" -> "ok";
            case "PROPOSED" -> "review";
            case "QUARANTINED" -> "fault";
            case "SEALED" -> "lock";
            case "CANCELLED" -> "stop";
            default -> "play";
        };
    }

    /** {@return its size, for example {@code 1.2 MB}} */
    public String size() {
        return size(file.size());
    }

    static String size(long bytes) {
        double value = bytes;
        var unit = 0;
        while (value >= 1000 && unit < UNITS.length - 1) {
            value /= 1024;
            unit++;
        }
        return (unit == 0 || value >= 100 ? "%.0f %s" : "%.1f %s").formatted(value, UNITS[unit]);
    }

    /** {@return pages read, out of all when they differ} */
    public String pages() {
        if (file.pageCount() == 0) {
            return "";
        }
        return file.pagesRead() == file.pageCount()
                ? Integer.toString(file.pageCount())
                : file.pagesRead() + "/" + file.pageCount();
    }

    /** {@return why it is in quarantine, or goes no further, in words} */
    public Optional<String> reason() {
        return quarantine().flatMap(_ -> Reasons.reason(page.text(), file)).or(this::aside);
    }

    /** Why a file that nobody cancelled goes no further: it is a separator sheet, or its page was scanned again. */
    private Optional<String> aside() {
        return file.reason()
                .filter(why -> file.step() == Step.CANCELLED && ASIDE.contains(why))
                .map(why -> page.say("inbox.aside." + why));
    }

    /** {@return what a person should know of a file that is read all the same} */
    public List<String> notices() {
        var notices = new ArrayList<String>();
        if (!file.mime().isEmpty()) {
            NameEnding.belied(file.name(), file.mime())
                    .ifPresent(ending -> notices.add(page.say(
                            "inbox.notice.misnamed",
                            ending,
                            FormatName.told(page.text(), file.mime(), file.formatName()))));
        }
        Optional.ofNullable(file.metadata().get(Fact.FRAMES.name()))
                .ifPresent(frames -> notices.add(page.say("inbox.notice.frames", frames)));
        return notices;
    }

    /** {@return what to do about it} */
    public Optional<String> advice() {
        return quarantine().flatMap(_ -> Reasons.advice(page.text(), file));
    }

    private Optional<String> quarantine() {
        return file.reason().filter(_ -> file.step() == Step.QUARANTINED || file.step() == Step.SEALED);
    }

    /** {@return whether trying again can help} */
    public boolean isInQuarantine() {
        return file.step() == Step.QUARANTINED;
    }

    /** {@return whether it may be kept as it is} */
    public boolean mayBeKept() {
        return quarantine().filter("unsupported"::equals).isPresent();
    }

    /** {@return whether its bytes may leave the archive} */
    public boolean mayBeFetched() {
        return file.reason().filter("infected"::equals).isEmpty();
    }

    /** {@return reference codes of what was filed from it} */
    public List<String> codes() {
        return outcomes.stream()
                .filter(one -> one.state().equals("FILED"))
                .flatMap(one -> one.referenceCode().stream())
                .toList();
    }
}
