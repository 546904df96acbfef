package lantai.web.photo;

import java.util.List;
import lantai.photo.PhotoGroup;
import lantai.photo.PhotoGroups;
import lantai.scheme.ClassificationScheme;
import lantai.search.PersonalNumbers;
import lantai.web.appraisal.Pages;
import lantai.web.frame.Page;
import lantai.web.volume.PlaceWords;

/**
 * Photo groups.
 *
 * @param filter where they belong and what was typed
 */
public record GroupsView(
        Page page,
        PhotoGroups.Filter filter,
        PhotoGroups.Order order,
        List<PhotoGroup> groups,
        Pages pages,
        ClassificationScheme scheme) {
    public GroupsView {
        groups = List.copyOf(groups);
    }

    /** {@return the title, personal numbers masked} */
    public String title(PhotoGroup group) {
        return PersonalNumbers.masked(group.words().title());
    }

    /** {@return where a group belongs, in words} */
    public String place(PhotoGroup group) {
        return scheme.nameOf(group.classCode()) + ' ' + group.year();
    }

    /** {@return the place chosen, in words; empty for all} */
    public String chosen() {
        return PlaceWords.told(page.text(), scheme, filter.node());
    }

    /** {@return the query of the place, for other pages about it} */
    public String query() {
        return PlaceWords.query(filter.node());
    }

    /** {@return the dates of the photos, first to last} */
    public String dates(PhotoGroup group) {
        return dates(page, group);
    }

    static String dates(Page page, PhotoGroup group) {
        return group.first()
                .map(first -> page.text().day(first)
                        + group.last()
                                .filter(last -> !last.equals(first))
                                .map(last -> " — " + page.text().day(last))
                                .orElse(""))
                .orElse("");
    }
}
