package lantai.web.search;

import java.text.Normalizer;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import lantai.access.Viewer;
import lantai.account.SignedIn;
import lantai.audit.AuditAction;
import lantai.audit.Subject;
import lantai.search.Facet;
import lantai.search.SearchPage;

/** Asks the index for a person and records that he asked, without the numbers he typed. */
final class Finder {
    private static final Pattern NUMBER = Pattern.compile("\\d(?:[\\s-]?\\d){5,}[xX]?");
    private static final String HIDDEN = "******";

    private final SearchDoors doors;

    Finder(SearchDoors doors) {
        this.doors = doors;
    }

    /** {@return what this person may see of the answer} */
    SearchPage find(SignedIn who, Question question) {
        var found = doors.index().search(question.query(), Viewer.visibility(who));
        doors.jdbi()
                .useTransaction(transaction -> doors.audit()
                        .record(
                                transaction,
                                who.actor(),
                                AuditAction.SEARCHED,
                                new Subject("search", "items"),
                                detail(question, found)));
        return found;
    }

    private static Map<String, String> detail(Question question, SearchPage found) {
        var detail = new TreeMap<String, String>();
        detail.put("question", masked(question.text()));
        detail.put("hits", Long.toString(found.total()));
        for (var facet : Facet.values()) {
            if (!question.chosen(facet).isEmpty()) {
                detail.put(Question.name(facet), masked(String.join(",", question.chosen(facet))));
            }
        }
        return detail;
    }

    /** {@return a text whose longer numbers, which may be personal ones, are hidden} */
    static String masked(String typed) {
        return NUMBER.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC)).replaceAll(HIDDEN);
    }
}
