package lantai.web.list;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import lantai.access.ListedItems.Choice;
import lantai.access.ListedItems.Listed;
import lantai.access.Viewer;
import lantai.access.Visibility;
import lantai.access.VisibleItems;
import lantai.access.VisibleItems.Node;
import lantai.account.AccountNames;
import lantai.account.SignedIn;
import lantai.print.Column;
import lantai.print.ListRules.ListRule;
import lantai.print.Rows;
import lantai.print.Table;
import lantai.search.PersonalNumbers;
import lantai.volume.Volume;
import lantai.volume.VolumeLine;
import lantai.volume.VolumeRegister;
import lantai.web.text.Language;
import lantai.web.text.Terms;
import lantai.web.text.Text;
import org.jdbi.v3.core.Handle;

/**
 * Lays statutory lists out, in Chinese. Columns of 归档文件目录 after DA/T 22-2015, of 归档登记表 after GB/T 18894-2016; the others were
 * not seen in a source and say so until the agency confirms them. Dates are eight digits.
 */
final class ListTables {
    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;

    private final ListDoors doors;
    private final Text text = Text.in(Language.CHINESE);

    ListTables(ListDoors doors) {
        this.doors = doors;
    }

    /** {@return the list; its rows are read while it is written, in the same transaction} */
    Table table(Handle transaction, SignedIn who, Wanted wanted) {
        var visibility = Viewer.visibility(who);
        var rule = doors.rules().of(transaction, wanted.list());
        return switch (wanted.list()) {
            case ITEMS -> items(transaction, visibility, wanted, rule);
            case TRANSFER -> transfer(transaction, visibility, wanted, rule);
            case REGISTER -> register(transaction, visibility, wanted, rule);
            case VOLUMES -> volumes(transaction, visibility, wanted, rule);
            case IN_VOLUME -> inVolume(transaction, visibility, volume(transaction, visibility, wanted), rule);
            case PHOTOS -> photos(transaction, visibility, wanted, rule);
            case NOTE -> note(transaction, volume(transaction, visibility, wanted), rule);
        };
    }

    private Volume volume(Handle handle, Visibility visibility, Wanted wanted) {
        return doors.volumes().get(handle, visibility, wanted.volume().orElseThrow());
    }

    private Choice choice(Handle handle, Visibility visibility, Wanted wanted) {
        if (!wanted.items().isEmpty()) {
            return new Choice.These(wanted.items());
        }
        return wanted.volume()
                .<Choice>map(id -> new Choice.These(
                        doors
                                .volumes()
                                .lines(
                                        handle,
                                        doors.volumes()
                                                .get(handle, visibility, id)
                                                .id())
                                .stream()
                                .map(VolumeLine::item)
                                .toList()))
                .orElseGet(() -> new Choice.Place(wanted.node()));
    }

    private Table items(Handle transaction, Visibility visibility, Wanted wanted, ListRule rule) {
        var choice = choice(transaction, visibility, wanted);
        return new Table(
                rule.title(),
                line(transaction, wanted),
                List.of(
                        number("ordinal", 1.2),
                        word("code", 5),
                        word("document-number", 3),
                        word("responsible", 3),
                        word("title", 8),
                        word("date", 1.9),
                        word("secrecy", 1.2),
                        number("pages", 1.2),
                        word("remark", 2)),
                counted(each -> doors.items()
                        .each(
                                transaction,
                                visibility,
                                choice,
                                listed -> each.row(
                                        listed.referenceCode(),
                                        listed.documentNumber(),
                                        listed.responsible(),
                                        PersonalNumbers.masked(listed.title()),
                                        date(listed),
                                        "",
                                        pages(listed.pages()),
                                        ""))),
                notes(rule, "list.sign.arranged"),
                text.say("list.foot"));
    }

    private Table transfer(Handle transaction, Visibility visibility, Wanted wanted, ListRule rule) {
        var choice = choice(transaction, visibility, wanted);
        return new Table(
                rule.title(),
                line(transaction, wanted),
                List.of(
                        number("ordinal", 1.2),
                        word("code", 5),
                        word("title", 8),
                        word("responsible", 3),
                        word("date", 1.9),
                        word("retention", 1.5),
                        number("pages", 1.2),
                        number("files", 1.2),
                        number("bytes", 2.2),
                        word("remark", 1.6)),
                counted(each -> doors.items()
                        .each(
                                transaction,
                                visibility,
                                choice,
                                listed -> each.row(
                                        listed.referenceCode(),
                                        PersonalNumbers.masked(listed.title()),
                                        listed.responsible(),
                                        date(listed),
                                        Terms.told(text, listed.retention()),
                                        pages(listed.pages()),
                                        "" + listed.files(),
                                        "" + listed.bytes(),
                                        ""))),
                notes(rule, "list.sign.handed", "list.sign.taken", "list.sign.watched"),
                text.say("list.foot"));
    }

    /** What was born without pages has none to count. */
    private static String pages(int pages) {
        return pages == 0 ? "—" : Integer.toString(pages);
    }

    private Table register(Handle handle, Visibility visibility, Wanted wanted, ListRule rule) {
        var sum = doors.items().sum(handle, visibility, choice(handle, visibility, wanted));
        var volumes = wanted.items().isEmpty() && wanted.volume().isEmpty()
                ? doors.volumes().count(handle, visibility, VolumeRegister.Filter.in(wanted.node()))
                : wanted.volume().stream().count();
        var rows = new ArrayList<List<String>>();
        fact(rows, "unit", creator(handle, wanted.node()));
        fact(rows, "what", line(handle, wanted));
        fact(rows, "volumes", "" + volumes);
        fact(rows, "items", "" + sum.items());
        fact(rows, "pages", "" + sum.pages());
        fact(rows, "files", "" + sum.files());
        fact(rows, "bytes", "" + sum.bytes());
        var checked = doors.items().checked(handle, visibility, choice(handle, visibility, wanted));
        fact(rows, "checked", text.say("list.checked", checked.passed(), checked.warned(), checked.without()));
        var found = checked.without() == 0 && sum.items() > 0 ? text.say("list.as-checked") : "";
        for (var property : List.of("authenticity", "integrity", "usability")) {
            fact(rows, property, found);
        }
        for (var blank : List.of("reliability", "manner", "carrier", "virus", "remark")) {
            fact(rows, blank, "");
        }
        return form(rule, "", rows, "list.sign.handed", "list.sign.taken");
    }

    private Table volumes(Handle transaction, Visibility visibility, Wanted wanted, ListRule rule) {
        return new Table(
                rule.title(),
                line(transaction, wanted),
                List.of(
                        number("ordinal", 1.2),
                        word("volume-code", 4.5),
                        word("title", 8),
                        word("dates", 3.4),
                        number("items", 1.2),
                        number("pages", 1.2),
                        word("retention", 1.6),
                        word("remark", 2)),
                counted(each -> doors.volumes()
                        .each(
                                transaction,
                                visibility,
                                VolumeRegister.Filter.in(wanted.node()),
                                volume -> each.row(
                                        volume.code().orElse(""),
                                        PersonalNumbers.masked(volume.title()),
                                        dates(volume),
                                        "" + volume.items(),
                                        pages(volume.pages()),
                                        volume.retention()
                                                .map(kept -> Terms.told(text, kept))
                                                .orElse(""),
                                        volume.isOpen() ? text.say("list.open") : ""))),
                notes(rule, "list.sign.arranged"),
                text.say("list.foot"));
    }

    private Table photos(Handle transaction, Visibility visibility, Wanted wanted, ListRule rule) {
        var photos = new PhotoTable(doors, text);
        var line = wanted.group()
                .map(id -> doors.photos().get(transaction, visibility, id))
                .map(group -> text.say(
                        "list.group-line",
                        group.code(),
                        PersonalNumbers.masked(group.words().title())))
                .orElseGet(() -> line(transaction, wanted));
        return new Table(
                rule.title(),
                line,
                photos.columns(),
                photos.rows(transaction, visibility, wanted),
                notes(rule, "list.sign.arranged"),
                text.say("list.foot"));
    }

    private Table inVolume(Handle handle, Visibility visibility, Volume volume, ListRule rule) {
        var lines = doors.volumes().lines(handle, volume.id());
        var seen = new VisibleItems()
                .among(handle, visibility, lines.stream().map(VolumeLine::item).toList());
        var rows = lines.stream()
                .filter(line -> line.gone().isPresent() || seen.contains(line.item()))
                .map(line -> List.of(
                        "" + line.ordinal(),
                        line.documentNumber(),
                        line.responsible(),
                        line.gone().isPresent()
                                ? line.referenceCode()
                                : PersonalNumbers.masked(line.title()) + "（" + line.referenceCode() + "）",
                        line.dated().map(DATE::format).orElse(""),
                        line.span(),
                        line.gone().isPresent() ? text.say("list.gone") : ""))
                .toList();
        return new Table(
                rule.title(),
                text.say("list.volume-line", volume.code().orElse(""), PersonalNumbers.masked(volume.title())),
                List.of(
                        number("ordinal", 1.2),
                        word("document-number", 3),
                        word("responsible", 3),
                        word("title", 9),
                        word("date", 1.9),
                        word("span", 1.9),
                        word("remark", 2.2)),
                rows,
                notes(rule),
                text.say("list.foot"));
    }

    private Table note(Handle handle, Volume volume, ListRule rule) {
        var rows = new ArrayList<List<String>>();
        fact(rows, "volume-code", volume.code().orElse(""));
        fact(rows, "title", PersonalNumbers.masked(volume.title()));
        fact(rows, "items", "" + volume.items());
        fact(rows, "pages", "" + volume.pages());
        fact(rows, "dates", dates(volume));
        fact(
                rows,
                "retention",
                volume.retention().map(kept -> Terms.told(text, kept)).orElse(""));
        fact(rows, "state", volume.remarks().isEmpty() ? text.say("list.none") : volume.remarks());
        fact(rows, "arranged-by", AccountNames.shown(handle, volume.arrangedBy()));
        fact(rows, "arranged-on", text.day(volume.arrangedAt()));
        fact(
                rows,
                "checked-by",
                volume.closing()
                        .map(closing -> AccountNames.shown(handle, closing.by()))
                        .orElse(""));
        fact(
                rows,
                "checked-on",
                volume.closing().map(Volume.Closing::at).map(text::day).orElse(""));
        return form(rule, volume.isOpen() ? text.say("list.open") : "", rows);
    }

    private Table form(ListRule rule, String line, List<List<String>> rows, String... signatures) {
        return new Table(
                rule.title(),
                line,
                List.of(word("fact", 3), word("value", 9)),
                rows,
                notes(rule, signatures),
                text.say("list.foot"));
    }

    private void fact(List<List<String>> rows, String key, String value) {
        rows.add(List.of(text.say("list.column." + key), value));
    }

    /** Hands over the cells of a row behind its number. */
    private interface Numbered {
        void row(String... cells);
    }

    /** Walks something and tells of each row. */
    private interface Walk {
        void over(Numbered each);
    }

    private static Rows counted(Walk walk) {
        return each -> {
            var number = new AtomicInteger();
            walk.over(cells -> {
                var row = new ArrayList<String>(cells.length + 1);
                row.add("" + number.incrementAndGet());
                row.addAll(List.of(cells));
                each.accept(row);
            });
        };
    }

    private Column word(String key, double weight) {
        return Column.text(text.say("list.column." + key), weight);
    }

    private Column number(String key, double weight) {
        return Column.number(text.say("list.column." + key), weight);
    }

    private List<String> notes(ListRule rule, String... signatures) {
        var notes = new ArrayList<String>();
        if (signatures.length > 0) {
            notes.add(String.join(
                    "　　　　　　　　", List.of(signatures).stream().map(text::say).toList()));
        }
        if (!rule.confirmed()) {
            notes.add(text.say("list.unconfirmed"));
        }
        return notes;
    }

    private String line(Handle handle, Wanted wanted) {
        if (!wanted.items().isEmpty()) {
            return text.say("list.chosen", wanted.items().size());
        }
        var node = wanted.node();
        var category = node.category().isEmpty() ? "" : text.say("search.category." + node.category());
        var place = node.classCode().isEmpty()
                ? category
                : doors.scheme().scheme(handle).nameOf(node.classCode());
        var year = node.year().map(number -> text.say("list.year", "" + number)).orElse("");
        var parts = String.join(" ", node.fonds(), place, year).strip();
        return parts.isEmpty() ? text.say("list.everything") : parts;
    }

    private String creator(Handle handle, Node node) {
        return doors.fonds().all(handle).stream()
                .filter(fonds -> node.fonds().isEmpty() || fonds.number().equals(node.fonds()))
                .findFirst()
                .map(fonds -> fonds.creator().isEmpty() ? fonds.title() : fonds.creator())
                .orElse("");
    }

    private static String date(Listed listed) {
        return listed.dated().map(DATE::format).orElse("");
    }

    private static String dates(Volume volume) {
        var last = volume.last().filter(day -> !volume.first().equals(java.util.Optional.of(day)));
        return volume.first().map(ListTables::day).orElse("")
                + last.map(day -> "-" + day(day)).orElse("");
    }

    private static String day(LocalDate day) {
        return DATE.format(day);
    }
}
