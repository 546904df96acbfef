package lantai.web.list;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import lantai.access.Visibility;
import lantai.photo.PhotoGroup;
import lantai.photo.PhotoGroups;
import lantai.photo.PhotoLine;
import lantai.print.Column;
import lantai.print.Rows;
import lantai.search.PersonalNumbers;
import lantai.web.text.Text;
import org.jdbi.v3.core.Handle;

/**
 * The rows of the catalogue of photos (照片档案目录): group number, group title, number, what is seen, who, when, where, by whom.
 * A number without a photo keeps its row.
 */
final class PhotoTable {
    private static final int PAGE = 500;

    private static final Map<String, Double> WEIGHTS = new LinkedHashMap<>();

    static {
        WEIGHTS.put("group", 1.4);
        WEIGHTS.put("group-title", 4.5);
        WEIGHTS.put("photo", 1.3);
        WEIGHTS.put("photo-title", 6.0);
        WEIGHTS.put("figures", 3.5);
        WEIGHTS.put("taken", 2.0);
        WEIGHTS.put("place", 2.6);
        WEIGHTS.put("photographer", 2.2);
        WEIGHTS.put("remark", 1.8);
    }

    private final ListDoors doors;
    private final Text text;

    PhotoTable(ListDoors doors, Text text) {
        this.doors = doors;
        this.text = text;
    }

    /** {@return the columns, the number of the row first} */
    List<Column> columns() {
        var columns = new ArrayList<Column>();
        columns.add(Column.number(text.say("list.column.ordinal"), 1.2));
        WEIGHTS.forEach((key, weight) -> columns.add(Column.text(text.say("list.column." + key), weight)));
        return columns;
    }

    /** {@return the rows of one group, or of all groups of a place} */
    Rows rows(Handle transaction, Visibility visibility, Wanted wanted) {
        return each -> {
            var number = new AtomicInteger();
            groups(
                    transaction,
                    visibility,
                    wanted,
                    group -> lines(
                            transaction,
                            visibility,
                            group,
                            line -> each.accept(row(number.incrementAndGet(), group, line))));
        };
    }

    private void groups(Handle transaction, Visibility visibility, Wanted wanted, Consumer<PhotoGroup> each) {
        Optional<UUID> one = wanted.group();
        if (one.isPresent()) {
            each.accept(doors.photos().get(transaction, visibility, one.get()));
        } else {
            doors.photos().each(transaction, visibility, new PhotoGroups.Filter(wanted.node(), ""), each);
        }
    }

    private void lines(Handle transaction, Visibility visibility, PhotoGroup group, Consumer<PhotoLine> each) {
        var after = 0;
        while (true) {
            var page = doors.photoLines().of(transaction, visibility, group, after, PAGE);
            page.forEach(each);
            if (page.size() < PAGE) {
                return;
            }
            after = page.getLast().number();
        }
    }

    private List<String> row(int ordinal, PhotoGroup group, PhotoLine line) {
        var number = group.code().substring(group.code().lastIndexOf('-') + 1);
        var title = PersonalNumbers.masked(group.words().title());
        var at = "%04d".formatted(line.number());
        return switch (line) {
            case PhotoLine.Photo photo -> {
                var caption = photo.caption();
                yield List.of(
                        "" + ordinal,
                        number,
                        title,
                        at,
                        PersonalNumbers.masked(caption.event()),
                        PersonalNumbers.masked(caption.figures()),
                        caption.taken().replaceAll("^(\\d{4})-(\\d\\d)-(\\d\\d)$", "$1$2$3"),
                        PersonalNumbers.masked(caption.place()),
                        PersonalNumbers.masked(caption.photographer()),
                        "");
            }
            case PhotoLine.Gone without ->
                List.of(
                        "" + ordinal,
                        number,
                        title,
                        at,
                        without.code(),
                        "",
                        "",
                        "",
                        "",
                        text.say("code.kind." + without.kind().name()));
        };
    }
}
