package lantai.web.photo;

import java.util.List;
import java.util.Optional;
import lantai.photo.PhotoGroup;
import lantai.photo.PhotoLine;

/**
 * A group as one reader sees it.
 *
 * @param lines one page of its photos
 * @param next above what number the next page begins, if there is one
 * @param whole whether he sees every photo, without which nobody describes a group
 */
record OpenedGroup(PhotoGroup group, List<PhotoLine> lines, Optional<Integer> next, boolean whole) {
    OpenedGroup {
        lines = List.copyOf(lines);
    }
}
