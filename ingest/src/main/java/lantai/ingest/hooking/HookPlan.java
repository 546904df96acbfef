package lantai.ingest.hooking;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantai.ingest.review.DocumentPage;

/**
 * What of a batch belongs to which entries, and what does not fit.
 *
 * @param matches entries with their pages, in the order of their codes
 * @param strays files that belong to no entry
 * @param without entries that still have no pages after it
 */
public record HookPlan(List<Match> matches, List<Stray> strays, Without without) {
    public HookPlan {
        matches = List.copyOf(matches);
        strays = List.copyOf(strays);
    }

    /**
     * One entry with the pages that belong to it.
     *
     * @param documents the documents under review of which they are taken
     * @param catalogued how many pages the catalogue says it has
     */
    public record Match(
            UUID item,
            String referenceCode,
            String title,
            List<UUID> documents,
            List<DocumentPage> pages,
            int files,
            Optional<Integer> catalogued) {
        public Match {
            documents = List.copyOf(documents);
            pages = List.copyOf(pages);
        }

        /** {@return whether there are more or fewer pages than the catalogue says} */
        public boolean differs() {
            return catalogued.filter(said -> said != pages.size()).isPresent();
        }
    }

    /** Why a file belongs to no entry. */
    public enum Why {
        /** No entry has such a code. */
        NO_ENTRY,
        /** The entry has its pages already. */
        HOOKED_BEFORE,
        /** More than one entry may be meant. */
        AMBIGUOUS
    }

    /** One file that belongs to no entry. */
    public record Stray(UUID document, String path, Why why) {}

    /**
     * Entries without pages.
     *
     * @param first the first of them, in the order of their codes
     * @param all how many there are
     */
    public record Without(List<Entry> first, int all) {
        public Without {
            first = List.copyOf(first);
        }
    }

    /** One entry. */
    public record Entry(UUID item, String referenceCode, String title) {}

    /** {@return how many matches have other numbers of pages than the catalogue says} */
    public long differing() {
        return matches.stream().filter(Match::differs).count();
    }
}
