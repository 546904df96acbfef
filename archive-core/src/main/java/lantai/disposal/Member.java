package lantai.disposal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A member of an appraisal group and what he says of the proposal.
 *
 * @param name shown name; of the day he spoke, once he did
 * @param leads whether he is a head of the group
 * @param stance once he has spoken on the proposal as it is now
 * @param reason why he is absent, empty when he is not
 * @param voices where he thinks otherwise, in the order of the codes
 */
public record Member(
        UUID account, String name, boolean leads, Optional<Stance> stance, String reason, List<Voice> voices) {
    public Member {
        voices = List.copyOf(voices);
    }

    /**
     * His own opinion on one record.
     *
     * @param term what belongs to it: the longer term's code, or the number of years; empty for the others
     */
    public record Voice(UUID item, String referenceCode, Opinion opinion, String term, String reason) {}

    boolean isPresent() {
        return stance.isPresent() && !stance.equals(Optional.of(Stance.ABSENT));
    }
}
