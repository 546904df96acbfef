package lantai.search;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * One thing that every hit must hold: one of the spellings, or a personal number with one of the keys.
 *
 * @param kind what it is
 * @param shown as typed, a personal number masked
 * @param spellings the letters to find, as {@link Letters} gives them, the typed ones first; none for a personal number
 * @param keys the keyed hashes that would do as well
 * @param lastFour the end of the personal number that {@code keys} stand for together with a name; otherwise empty
 * @param persons the insured persons whose items would do as well
 */
record QueryTerm(
        Understood.Kind kind,
        String shown,
        List<String> spellings,
        Set<String> keys,
        String lastFour,
        Set<UUID> persons) {

    QueryTerm {
        spellings = List.copyOf(spellings);
        keys = Set.copyOf(keys);
        persons = Set.copyOf(persons);
    }

    Understood.Part understood() {
        return new Understood.Part(
                kind, shown, spellings.isEmpty() ? List.of() : spellings.subList(1, spellings.size()));
    }
}
