package lantai.check;

import java.util.List;
import java.util.Optional;

/**
 * What opening one computer file gave.
 *
 * @param state how far it could be opened
 * @param reason one sentence of the reader when it could not, for the operator; may be empty
 * @param mime its media type by content
 * @param puid its PRONOM id by content, empty when unknown
 * @param pages how many pages it has, 0 for kinds without pages
 * @param drawn whether every page, or all sound, could be decoded; nothing when it was not tried
 * @param encrypted whether it is encrypted, also when it opens with an empty password
 * @param entries names of attachments, or of the entries of an archive
 * @param signatures its signatures and seals; nothing when they were not looked for
 */
public record Content(
        State state,
        String reason,
        String mime,
        String puid,
        int pages,
        Optional<Drawn> drawn,
        boolean encrypted,
        List<String> entries,
        Optional<List<SignatureFact>> signatures) {
    public Content {
        entries = List.copyOf(entries);
        signatures = signatures.map(List::copyOf);
    }

    /** How far a file could be opened. */
    public enum State {
        /** To its end. */
        OPENED,
        /** A password is needed. */
        ENCRYPTED,
        /** It breaks the rules of its format. */
        DAMAGED,
        /** A limit of the reader stopped it, or there is no reader for its format: nothing is said about the file. */
        NOT_OPENED
    }

    /**
     * How decoding went.
     *
     * @param parts pages or sounds decoded
     * @param fault what went wrong at the next one, empty when nothing did
     * @param undecodable why this machine has no decoder for it, empty when it has
     */
    public record Drawn(int parts, String fault, String undecodable) {}
}
