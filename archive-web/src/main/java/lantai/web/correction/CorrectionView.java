package lantai.web.correction;

import java.util.List;
import java.util.Map;
import lantai.web.frame.Page;

/**
 * The correction desk.
 *
 * @param kind {@code items} or {@code documents}
 * @param id of the record or the document
 * @param words that the script says, by their keys
 */
public record CorrectionView(
        Page page, CorrectionDoors.Place place, String kind, String id, Map<String, String> words) {
    /** The keys of the desk, in the order of the help. */
    static final List<String> KEYS = List.of("enter", "next", "previous", "digits", "edit", "undo", "finish", "help");

    /** {@return where the page is asked for} */
    public String api() {
        return "/api/v1/corrections/" + kind + '/' + id + "/pages/" + place.number();
    }

    /** {@return the address of another page at this desk} */
    public String at(int number) {
        return "/corrections/" + kind + '/' + id + '/' + number;
    }

    /** {@return the keys of the desk} */
    public List<String> keys() {
        return KEYS;
    }
}
