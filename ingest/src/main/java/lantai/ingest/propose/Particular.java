package lantai.ingest.propose;

import java.util.List;

/**
 * Something that papers of certain kinds tell beside the description of every record (业务要素): what it is called and how it is found.
 *
 * @param code stable, for example {@code discharge-day}
 * @param name in Chinese, as on paper
 * @param english on the English screen
 * @param labels what is printed before its value, synonyms included; never empty
 * @param pattern of a number, a regular expression; empty for any letters and digits
 * @param check what vouches for a number
 * @param pick which of two dates behind one label it is
 * @param kinds codes of the document kinds that have it; empty for all
 * @param evidence {@code S} seen in a source, {@code K} to be confirmed by the agency, {@code A} confirmed by it
 */
public record Particular(
        String code,
        String name,
        String english,
        ParticularType type,
        List<String> labels,
        String pattern,
        Check check,
        Pick pick,
        List<String> kinds,
        String evidence) {
    /** A rule of arithmetic that a number must keep. */
    public enum Check {
        NONE,
        /** The check character of a unified social credit code (统一社会信用代码, GB 32100). */
        CREDIT_CODE
    }

    /** Which of the dates behind a label is meant. */
    public enum Pick {
        FIRST,
        LAST
    }

    public Particular {
        labels = List.copyOf(labels);
        kinds = List.copyOf(kinds);
    }

    /** {@return whether papers of a kind have it; of a kind that is not known, those that all kinds have} */
    public boolean isOf(String kind) {
        return kinds.isEmpty() || kinds.contains(kind);
    }
}
