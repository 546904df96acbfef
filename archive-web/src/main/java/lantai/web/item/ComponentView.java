package lantai.web.item;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import lantai.ingest.reader.ReadingState;
import lantai.ingest.reader.Waveform;
import lantai.record.Component;

/**
 * One computer file of an item as the page tells it.
 *
 * @param sameAs another item that holds the same bytes and that this reader may see
 * @param waveform how loud it is, when it is a recording that somebody has looked at before
 */
public record ComponentView(Component component, Optional<Holder> sameAs, Optional<Waveform> waveform) {
    private static final Set<String> SOUND = Set.of(
            "audio/mpeg",
            "audio/mp4",
            "audio/aac",
            "audio/ogg",
            "audio/vorbis",
            "audio/opus",
            "audio/flac",
            "audio/x-flac",
            "audio/wav",
            "audio/x-wav",
            "audio/vnd.wave",
            "audio/webm");
    /** Sound that is decoded here; browsers play other kinds as well. */
    private static final Set<String> DECODED =
            Set.of("audio/wav", "audio/x-wav", "audio/vnd.wave", "audio/x-aiff", "audio/aiff", "audio/basic");

    private static final Set<String> MOVING =
            Set.of("video/mp4", "application/mp4", "video/webm", "video/ogg", "video/x-m4v", "video/quicktime");

    /** An item, named. */
    public record Holder(String id, String referenceCode) {}

    /** {@return whether a browser can play it as sound} */
    public boolean isSound() {
        return SOUND.contains(component.mime());
    }

    /** {@return whether it is sound of a kind from which a waveform is drawn} */
    public boolean isDecoded() {
        return isDecoded(component);
    }

    static boolean isDecoded(Component component) {
        return DECODED.contains(component.mime());
    }

    /** {@return why no waveform can be drawn although its kind is decoded; a code of a reading state} */
    public Optional<String> silence() {
        return waveform.map(Waveform::state)
                .filter(state -> state != ReadingState.READ)
                .map(ReadingState::code);
    }

    /** {@return whether a browser can play it as moving pictures} */
    public boolean isMoving() {
        return MOVING.contains(component.mime());
    }

    /** {@return whether it may be sent to be shown inside a page: sound and moving pictures, which run nothing} */
    static boolean isSafeInside(Component component) {
        return SOUND.contains(component.mime()) || MOVING.contains(component.mime());
    }

    /** {@return its size in words, for example {@code 1.4 MB}} */
    public String size() {
        var bytes = component.fixity().size();
        if (bytes < 1000) {
            return bytes + " B";
        }
        if (bytes < 1_000_000) {
            return String.format(Locale.ROOT, "%.0f KB", bytes / 1e3);
        }
        return bytes < 1_000_000_000
                ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
                : String.format(Locale.ROOT, "%.2f GB", bytes / 1e9);
    }
}
