package lantai.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import lantai.person.IdNumber;

/** 1-5: values that fit their type and cannot be true all the same. */
final class Plausibility {
    private static final Pattern ID =
            Pattern.compile("(?<![0-9])[1-9]\\d{5}(?:19|20)\\d{2}(?:0[1-9]|1[0-2])\\d{5}[\\dXx](?![0-9])");
    private static final int EARLIEST = 1949;

    private Plausibility() {}

    static Judgement look(ItemFacts facts, CheckPolicy policy) {
        var faults = new ArrayList<Said>();
        var today = facts.today();
        var item = facts.item();
        var first = facts.register()
                .fonds()
                .flatMap(fonds -> fonds.openedOn())
                .map(LocalDate::getYear)
                .orElse(EARLIEST);
        if (item.year() < first || item.year() > today.getYear()) {
            faults.add(Said.of("year-implausible", item.year(), first, today.getYear()));
        }
        item.dated().ifPresent(date -> {
            if (date.isAfter(today) || date.getYear() < EARLIEST) {
                faults.add(Said.of("date-implausible", date));
            }
        });
        if (item.filedAt().isAfter(facts.now().plusSeconds(60))) {
            faults.add(Said.of("filed-in-future", item.filedAt()));
        }
        pages(facts, faults);
        ID.matcher(item.title()).results().map(found -> found.group()).forEach(number -> {
            if (IdNumber.parse(number).isEmpty()) {
                faults.add(Said.of("id-check-digit", number.substring(0, 6) + "********" + number.substring(14)));
            }
        });
        return Judgement.of(faults);
    }

    private static void pages(ItemFacts facts, List<Said> faults) {
        var number = 0;
        for (var page : facts.pages()) {
            number++;
            var isThere = facts.components().stream().anyMatch(component -> component.ordinal() == page.component());
            if (page.number() != number || page.componentPage() < 1 || !isThere) {
                faults.add(Said.of("page-implausible", page.number(), page.component(), page.componentPage()));
                return;
            }
        }
    }
}
