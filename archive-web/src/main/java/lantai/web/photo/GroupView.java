package lantai.web.photo;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantai.account.Right;
import lantai.photo.PhotoGroup;
import lantai.photo.PhotoLine;
import lantai.photo.PhotoVersion;
import lantai.photo.PhotoWords;
import lantai.search.PersonalNumbers;
import lantai.web.frame.Page;
import lantai.web.text.Terms;

/**
 * One photo group.
 *
 * @param after the page begins above this number of a photo
 * @param before the group before it in the order of the codes
 * @param behind the group behind it
 * @param versions how it was described, the newest first
 * @param typed what stands in the form
 * @param className the name of its class
 * @param error why the last deed could not be done
 */
public record GroupView(
        Page page,
        OpenedGroup opened,
        int after,
        Optional<UUID> before,
        Optional<UUID> behind,
        List<PhotoVersion> versions,
        PhotoWords typed,
        String className,
        Optional<String> error) {
    public GroupView {
        versions = List.copyOf(versions);
    }

    public PhotoGroup group() {
        return opened.group();
    }

    /** {@return the lines of this page} */
    public List<PhotoLine> lines() {
        return opened.lines();
    }

    /** {@return above what number the next page begins, if there is one} */
    public Optional<Integer> next() {
        return opened.next();
    }

    /** {@return whether the reader sees every photo} */
    public boolean whole() {
        return opened.whole();
    }

    /** {@return whether the reader may describe it anew} */
    public boolean describes() {
        return opened.whole() && page.may(Right.FILE);
    }

    /** {@return a text, personal numbers masked} */
    public static String masked(String text) {
        return PersonalNumbers.masked(text);
    }

    /** {@return the dates of the photos, first to last} */
    public String dates() {
        return GroupsView.dates(page, group());
    }

    /** {@return how long it is kept, in words} */
    public String kept() {
        return Terms.told(page.text(), group().retention());
    }
}
