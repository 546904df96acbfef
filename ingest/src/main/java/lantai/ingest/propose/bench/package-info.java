/**
 * Measures how well kinds are told: texts of forms made from a list of wordings, with near twins, with titles that are
 * missing or misread, and with kinds that nobody taught. Start at {@link lantai.ingest.propose.bench.ClassifyBench}.
 */
@NullMarked
package lantai.ingest.propose.bench;

import org.jspecify.annotations.NullMarked;
