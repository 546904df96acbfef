/**
 * The dictionary: words that documents of the house are likely to hold, as a rule of the house, and words that people have
 * corrected and that wait to be taken into it. Start at {@link lantai.ingest.words.Words}.
 */
@NullMarked
package lantai.ingest.words;

import org.jspecify.annotations.NullMarked;
