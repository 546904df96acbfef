package lantai.stacks;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A place in the stacks (库房-列-架-层).
 *
 * @param room name of the room (库房)
 * @param bay number of the row of racks (列), from 1
 * @param rack number of the rack in it (架), from 1
 * @param shelf number of the shelf in it (层), from 1
 */
public record Location(String room, int bay, int rack, int shelf) {
    private static final Pattern TYPED = Pattern.compile(
            "(.{1,40}?)[\\s,，/-]+(\\d{1,3})列?[\\s,，/-]*?[\\s,，/-]?(\\d{1,3})架?[\\s,，/-]*?[\\s,，/-]?(\\d{1,3})层?");
    private static final Pattern PLAIN = Pattern.compile("(.{1,40})-(\\d{1,3})-(\\d{1,3})-(\\d{1,3})");

    public Location {
        if (room.isBlank() || bay < 1 || rack < 1 || shelf < 1) {
            throw new IllegalArgumentException(
                    "not a place: \"" + room + "\" " + bay + "-" + rack + "-" + shelf + ", expected numbers from 1");
        }
    }

    /** Reads a typed place, for example {@code 一号库-3-2-5} or {@code 一号库 3列2架5层}. */
    public static Optional<Location> parse(String typed) {
        var text = typed.strip();
        var plain = PLAIN.matcher(text);
        var found = plain.matches() ? plain : TYPED.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        var bay = Integer.parseInt(found.group(2));
        var rack = Integer.parseInt(found.group(3));
        var shelf = Integer.parseInt(found.group(4));
        return bay < 1 || rack < 1 || shelf < 1
                ? Optional.empty()
                : Optional.of(new Location(found.group(1).strip(), bay, rack, shelf));
    }

    /** {@return the place as {@link #parse} reads it} */
    @Override
    public String toString() {
        return room + '-' + bay + '-' + rack + '-' + shelf;
    }
}
