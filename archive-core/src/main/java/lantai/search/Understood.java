package lantai.search;

import java.util.List;

/**
 * What a question was taken for, to be told in one line of plain words.
 *
 * @param parts what every exact hit holds, in the order typed; empty when everything was asked for, or nothing that can
 *     be searched
 */
public record Understood(List<Part> parts) {

    public Understood {
        parts = List.copyOf(parts);
    }

    /** What a part of the question is. */
    public enum Kind {
        /** Characters that stand together. */
        WORD,
        /** Characters in quotation marks: taken as they are, without other spellings. */
        PHRASE,
        /** A personal number, looked up by its keyed hash. */
        PERSONAL_NUMBER
    }

    /**
     * One part.
     *
     * @param kind what it is
     * @param text as typed; a personal number masked
     * @param alsoSearched other spellings that count as the same, for example 医疗保险 for 医保
     */
    public record Part(Kind kind, String text, List<String> alsoSearched) {

        public Part {
            alsoSearched = List.copyOf(alsoSearched);
        }
    }
}
