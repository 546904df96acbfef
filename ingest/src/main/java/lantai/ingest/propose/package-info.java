/**
 * What a document seems to be: category, kind, title, dates, person, amount and numbers, each with a confidence and the
 * place on the page it was read from. Pure functions: no database, no clock, no files but the rules that come along.
 *
 * <p>Start at {@link lantai.ingest.propose.Proposer}. Its rules are data ({@link lantai.ingest.propose.KindRules}, edited
 * by archivists); what accepted and corrected documents taught is a value as well
 * ({@link lantai.ingest.propose.Learned}). Inside, a document becomes a {@code Layout} of {@code Sheet}s of {@code Strip}s,
 * labels find their values on it ({@code Labelling}), and one finder for each field looks at both.
 */
@NullMarked
package lantai.ingest.propose;

import org.jspecify.annotations.NullMarked;
