/**
 * Photo groups (照片组, DA/T 50-2014): photos of one event, filed together under a title and numbered within their group. Start at
 * {@link lantai.photo.PhotoGroupDesk}, where groups are opened and described; {@link lantai.photo.PhotoGroups} finds them.
 */
@NullMarked
package lantai.photo;

import org.jspecify.annotations.NullMarked;
