package lantai.web.catalogue;

import java.util.List;
import java.util.Optional;
import lantai.access.VisibleItems.Node;
import lantai.photo.PhotoGroup;
import lantai.search.PersonalNumbers;

/**
 * The photo groups of the place that the reader looks at, where its records belong to groups.
 *
 * @param chosen id of one of them, empty for all
 * @param groups the first of them, in the order of their codes
 */
record Groups(Node node, String chosen, List<PhotoGroup> groups) {
    Groups {
        groups = List.copyOf(groups);
    }

    /** {@return the group that the reader has opened} */
    Optional<PhotoGroup> opened() {
        return groups.stream()
                .filter(group -> group.id().toString().equals(chosen))
                .findFirst();
    }

    /** {@return a branch for each of them} */
    List<Branch> branches() {
        return groups.stream()
                .map(group -> {
                    var id = group.id().toString();
                    var number = group.code().substring(group.code().lastIndexOf('-') + 1);
                    var name =
                            number + ' ' + PersonalNumbers.masked(group.words().title());
                    return new Branch(node, "group=" + id, name, group.photos(), chosen.equals(id), List.of());
                })
                .toList();
    }
}
