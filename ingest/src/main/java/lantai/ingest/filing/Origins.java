package lantai.ingest.filing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import lantai.classification.Category;
import lantai.ingest.reader.Fact;
import lantai.ingest.review.DocumentPage;
import lantai.ocr.PageText;
import lantai.record.Origin;

/**
 * Tells from the files of a record how it came to be: pages that carry text were made on a computer, pictures and pages that had to be
 * read by OCR are of paper, and what has no pages (letters, mail, data, sound) is born digital. A photograph with the facts of a
 * camera in it is born digital where the category is of photographs or film; anywhere else it is a picture of paper. The first file
 * is the body of the record and decides.
 */
final class Origins {
    private Origins() {}

    /**
     * One file of a record.
     *
     * @param facts what it says of itself, by the name of the {@link Fact}
     * @param pages its pages, each as far as it was read; empty for what has no pages
     */
    record Source(String mime, Map<String, String> facts, List<Optional<PageText>> pages) {
        Source {
            facts = Map.copyOf(facts);
            pages = List.copyOf(pages);
        }

        /** {@return a file on its way to be filed} */
        static Source of(Master master, List<DocumentPage> pages, List<Optional<PageText>> read) {
            return new Source(
                    master.component().mime(),
                    master.file().metadata(),
                    IntStream.range(0, pages.size())
                            .filter(place -> pages.get(place).filePage() > 0)
                            .filter(place -> pages.get(place)
                                    .fileId()
                                    .equals(master.file().id()))
                            .mapToObj(read::get)
                            .toList());
        }

        private boolean isFromCamera() {
            return facts.containsKey(Fact.CAMERA.name()) || facts.containsKey(Fact.TAKEN.name());
        }
    }

    /** {@return how a record with these files came to be} */
    static Origin of(Category category, List<Source> files) {
        return files.stream()
                .map(file -> of(category, file))
                .filter(origin -> origin != Origin.UNKNOWN)
                .findFirst()
                .orElse(files.isEmpty() ? Origin.PHYSICAL : Origin.UNKNOWN);
    }

    private static Origin of(Category category, Source file) {
        if (file.mime().startsWith("image/")) {
            var photograph = category == Category.ZP || category == Category.SX;
            return photograph && file.isFromCamera() ? Origin.BORN_DIGITAL : Origin.DIGITISED;
        }
        if (file.pages().isEmpty()) {
            return Origin.BORN_DIGITAL;
        }
        var engines = file.pages().stream()
                .flatMap(Optional::stream)
                .map(PageText::engine)
                .toList();
        if (engines.contains(PageText.BORN_DIGITAL)) {
            return Origin.BORN_DIGITAL;
        }
        return engines.isEmpty() ? Origin.UNKNOWN : Origin.DIGITISED;
    }
}
