package lantai.ingest.propose;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the year a document belongs to: the year its title names, else that of its date. */
final class YearFinder {
    private static final Pattern IN_TITLE = Pattern.compile("((?:19|20)\\d{2})年(?:度|第?[一二三四]季度|上半年|下半年|\\d{1,2}月)?");
    private static final double TITLE = 0.8;
    private static final double DATE = 0.97;

    private YearFinder() {}

    static List<Suggestion> find(Optional<Span> title, List<Suggestion> dates) {
        var candidates = new Candidates(Field.YEAR);
        title.ifPresent(span -> {
            Matcher matcher = IN_TITLE.matcher(span.text());
            if (matcher.find()) {
                candidates.add(matcher.group(1), span.part(matcher.start(1), matcher.end(1)), TITLE, "title");
            }
        });
        dates.stream()
                .sorted(Comparator.comparingDouble(Suggestion::confidence).reversed())
                .limit(2)
                .forEach(date -> candidates.add(new Suggestion(
                        Field.YEAR,
                        date.value().substring(0, 4),
                        date.shown(),
                        date.confidence() * DATE,
                        date.evidence(),
                        "date")));
        return candidates.list();
    }
}
