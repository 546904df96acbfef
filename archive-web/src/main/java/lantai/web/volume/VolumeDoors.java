package lantai.web.volume;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.access.Viewer;
import lantai.access.VisibleItems;
import lantai.account.SignedIn;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.problem.Malformed;
import lantai.problem.NotFound;
import lantai.record.ItemRegister;
import lantai.record.ReferenceCode;
import lantai.scheme.SchemePolicy;
import lantai.volume.Volume;
import lantai.volume.VolumeClosing;
import lantai.volume.VolumeDesk;
import lantai.volume.VolumeForming;
import lantai.volume.VolumeLine;
import lantai.volume.VolumeRegister;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What the screens of volumes go through. */
public record VolumeDoors(
        Jdbi jdbi,
        VolumeRegister volumes,
        VolumeDesk desk,
        VolumeClosing closing,
        VolumeForming forming,
        ItemRegister items,
        SchemePolicy scheme,
        AuditTrail audit) {
    static final int SIZE = 50;

    /** A volume with the lines that the reader may see; that he has read them is noted. */
    record Opened(Volume volume, List<VolumeLine> lines) {
        Opened {
            lines = List.copyOf(lines);
        }

        /** {@return whether the reader sees every line, without which nobody works on a volume} */
        boolean isWhole() {
            return lines.stream().filter(line -> line.gone().isEmpty()).count() == volume.items();
        }
    }

    /**
     * Opens a volume.
     *
     * @throws NotFound when there is none in which the reader sees something
     */
    Opened open(Handle transaction, SignedIn who, UUID id) {
        var visibility = Viewer.visibility(who);
        var volume = volumes.get(transaction, visibility, id);
        var lines = volumes.lines(transaction, id);
        var seen = new VisibleItems()
                .among(
                        transaction,
                        visibility,
                        lines.stream().map(VolumeLine::item).toList());
        var shown = lines.stream()
                .filter(line -> line.gone().isPresent() || seen.contains(line.item()))
                .toList();
        audit.record(
                transaction,
                who.actor(),
                AuditAction.SEARCHED,
                Subject.of("volume", id),
                Map.of("question", volume.name(), "shown", Integer.toString(shown.size())));
        return new Opened(volume, shown);
    }

    /** {@return the items with these typed codes, one a line} */
    List<UUID> typed(Handle handle, SignedIn who, String codes) {
        return codes.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> ReferenceCode.parse(line)
                        .flatMap(code -> items.find(handle, code))
                        .filter(item -> Viewer.sees(Viewer.visibility(who), item))
                        .orElseThrow(() -> new Malformed(VolumeWebProblem.NO_SUCH_CODE, line))
                        .id())
                .toList();
    }

    static Optional<Volume.State> state(String typed) {
        return List.of(Volume.State.values()).stream()
                .filter(state -> state.name().equals(typed))
                .findFirst();
    }
}
