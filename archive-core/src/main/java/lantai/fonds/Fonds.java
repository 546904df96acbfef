package lantai.fonds;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One fonds. It stays when the body that forms it is renamed or ends: a new name opens no new fonds while the work stays the same
 * (机关档案管理规定, Order 13, art. 24).
 *
 * @param number the fonds number (全宗号), for example {@code J057}; never changed
 * @param creators what the body was called, the oldest name first
 * @param closedOn the day after which nothing more is filed into it
 * @param version grows with each change
 */
public record Fonds(
        String number,
        FondsKind kind,
        String title,
        String note,
        Optional<LocalDate> openedOn,
        Optional<LocalDate> closedOn,
        List<Creator> creators,
        long version) {
    public Fonds {
        creators =
                creators.stream().sorted(Comparator.comparing(Creator::fromOn)).toList();
    }

    /** {@return what the body is called now; empty when nobody has written it down} */
    public String creator() {
        return creators.isEmpty() ? "" : creators.getLast().name();
    }

    /** {@return what the body was called on a day; its first name for days before that} */
    public String creatorOn(LocalDate day) {
        return creators.reversed().stream()
                .filter(creator -> !creator.fromOn().isAfter(day))
                .findFirst()
                .or(() -> creators.stream().findFirst())
                .map(Creator::name)
                .orElse("");
    }

    /** {@return whether records may still be filed into it on a day} */
    public boolean isOpenOn(LocalDate day) {
        return closedOn.filter(closed -> closed.isBefore(day)).isEmpty();
    }
}
