package lantai.ingest.filing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lantai.description.Demand;
import lantai.ingest.intake.ReceivedFile;
import lantai.ingest.intake.ReceivedFiles;
import lantai.ingest.reader.Fact;
import lantai.ingest.review.Document;
import lantai.ingest.review.DocumentPage;
import lantai.ingest.review.Documents;
import org.jdbi.v3.core.Handle;

/** What the files of an item say of themselves, put into the elements that ask for it: the camera of a photo, the length of a film. */
public final class FactProposals {
    private static final Pattern PLACE = Pattern.compile("\\{([A-Z_]+)}");

    private final Documents documents;
    private final ReceivedFiles files;

    public FactProposals(Documents documents, ReceivedFiles files) {
        this.documents = documents;
        this.files = files;
    }

    /** {@return proposals by the code of the element; an element whose facts are not all known has none} */
    public Map<String, String> of(Handle handle, UUID item, List<Demand> demands) {
        var facts = facts(handle, item);
        var proposals = new HashMap<String, String>();
        for (var demand : demands) {
            var element = demand.element();
            if (!element.propose().isEmpty()) {
                filled(element.propose(), facts).ifPresent(text -> proposals.put(element.code(), text));
            }
        }
        return proposals;
    }

    /** {@return what the first file of an item tells of its sound or film: how long, how large, how sampled and encoded} */
    public List<String> technical(Handle handle, UUID item) {
        var facts = facts(handle, item);
        return Stream.of("{DURATION}", "{WIDTH}×{HEIGHT}", "{SAMPLING}", "{CODEC}")
                .flatMap(pattern -> filled(pattern, facts).stream())
                .toList();
    }

    /** The facts of the first file; an item has the id of the document it was filed from. */
    private Map<String, String> facts(Handle handle, UUID item) {
        var ids = documents.all(handle, List.of(item)).stream()
                .map(Document::pages)
                .flatMap(List::stream)
                .map(DocumentPage::fileId)
                .limit(1)
                .toList();
        return files.all(handle, ids).stream()
                .map(ReceivedFile::metadata)
                .findFirst()
                .orElse(Map.of());
    }

    private static Optional<String> filled(String pattern, Map<String, String> facts) {
        var places = PLACE.matcher(pattern);
        var text = new StringBuilder();
        while (places.find()) {
            var fact = facts.get(places.group(1));
            if (fact == null || fact.isBlank()) {
                return Optional.empty();
            }
            var readable = places.group(1).equals(Fact.DURATION.name()) ? duration(fact) : fact;
            places.appendReplacement(text, Matcher.quoteReplacement(readable));
        }
        return Optional.of(places.appendTail(text).toString());
    }

    /** Milliseconds as hours, minutes and seconds. */
    private static String duration(String millis) {
        if (!millis.matches("\\d{1,12}")) {
            return millis;
        }
        var seconds = Long.parseLong(millis) / 1000;
        return "%02d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
