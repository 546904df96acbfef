package lantai.ingest.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lantai.ingest.intake.ReceivedFile;
import lantai.ingest.intake.ReceivedFiles;
import lantai.ingest.propose.Field;
import lantai.ingest.propose.KindRule;
import lantai.ingest.propose.KindRules;
import lantai.scheme.ClassificationScheme;
import lantai.scheme.Material;
import org.jdbi.v3.core.Handle;

/**
 * Tells while papers are under review which materials of their business links are there and which are missing, by the checklists of
 * the classification scheme; the same that item 2-9 of the four-property check asks for later. A matter is one link of one person in
 * a batch. A material is there when a paper of that person, or of nobody, is of a kind that the checklist names or is named after it; the main form when any paper is of a kind
 * of the link.
 */
public final class MaterialDesk {
    private static final int MOST = 5_000;

    private final Documents documents;
    private final ReceivedFiles files;

    public MaterialDesk(Documents documents, ReceivedFiles files) {
        this.documents = documents;
        this.files = files;
    }

    /**
     * One material.
     *
     * @param there the first paper that is it
     */
    public record Line(Material material, Optional<UUID> there) {
        /** {@return whether the matter is incomplete without it} */
        public boolean isMissing() {
            return material.required() && there.isEmpty();
        }
    }

    /**
     * One matter.
     *
     * @param link code of the business link, which asks for the materials
     * @param person whose it is, empty when nobody is named
     * @param papers how many papers are of a kind of the link
     */
    public record Matter(String link, String name, String person, int papers, List<Line> lines) {
        public Matter {
            lines = List.copyOf(lines);
        }

        /** {@return how many required materials are missing} */
        public long missing() {
            return lines.stream().filter(Line::isMissing).count();
        }
    }

    private record Paper(UUID id, String kind, String link, String person, String personName, String words) {}

    private record Key(String link, String person) {}

    /** {@return the matters of a batch in the order of delivery; rejected papers are not counted} */
    public List<Matter> matters(Handle handle, UUID batch, ClassificationScheme scheme, KindRules kinds) {
        var papers = papers(handle, batch, kinds);
        var matters = new LinkedHashMap<Key, List<Paper>>();
        papers.stream()
                .filter(paper -> !scheme.checklist(paper.link()).isEmpty())
                .forEach(paper -> matters.computeIfAbsent(new Key(paper.link(), paper.person()), _ -> new ArrayList<>())
                        .add(paper));
        return matters.entrySet().stream()
                .map(matter -> matter(matter.getKey(), matter.getValue(), papers, scheme))
                .toList();
    }

    private static Matter matter(Key key, List<Paper> own, List<Paper> all, ClassificationScheme scheme) {
        var around = all.stream()
                .filter(paper -> key.person().isEmpty()
                        || paper.person().isEmpty()
                        || paper.person().equals(key.person()))
                .toList();
        var lines = scheme.checklist(key.link()).stream()
                .map(material -> new Line(
                        material,
                        material.main()
                                ? Optional.of(own.getFirst().id())
                                : around.stream()
                                        .filter(paper -> material.isMet(paper.kind(), paper.words()))
                                        .map(Paper::id)
                                        .findFirst()))
                .toList();
        var name = scheme.link(key.link()).map(link -> link.name()).orElse("");
        return new Matter(key.link(), name, own.getFirst().personName(), own.size(), lines);
    }

    private List<Paper> papers(Handle handle, UUID batch, KindRules kinds) {
        var ids = handle.createQuery("""
                        select id from document
                        where batch_id = :batch and state in ('PROPOSED', 'ACCEPTED', 'FILING', 'FILED')
                        order by position limit :most
                        """)
                .bind("batch", batch)
                .bind("most", MOST)
                .mapTo(UUID.class)
                .list();
        var found = documents.all(handle, ids);
        Map<UUID, ReceivedFile> delivered = files
                .all(
                        handle,
                        found.stream()
                                .flatMap(document -> document.pages().stream())
                                .map(DocumentPage::fileId)
                                .distinct()
                                .toList())
                .stream()
                .collect(Collectors.toMap(ReceivedFile::id, Function.identity()));
        return found.stream()
                .map(document -> {
                    var kind = kinds.kind(document.value(Field.KIND));
                    var names = document.pages().stream()
                            .map(DocumentPage::fileId)
                            .distinct()
                            .flatMap(id -> Optional.ofNullable(delivered.get(id)).stream())
                            .map(ReceivedFile::name)
                            .collect(Collectors.joining(" "));
                    var person = document.value(Field.PERSON_ID);
                    return new Paper(
                            document.id(),
                            document.value(Field.KIND),
                            kind.map(KindRule::link).orElse(""),
                            person.isEmpty() ? document.value(Field.PERSON_NAME) : person,
                            document.value(Field.PERSON_NAME),
                            kind.map(KindRule::name).orElse("") + ' ' + document.value(Field.TITLE) + ' ' + names);
                })
                .toList();
    }
}
