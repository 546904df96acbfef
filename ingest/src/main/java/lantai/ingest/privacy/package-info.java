/**
 * Whether a record tells of persons: judged when it is filed and again whenever the rule changes. Start at
 * {@link lantai.ingest.privacy.PersonalData}.
 */
@NullMarked
package lantai.ingest.privacy;

import org.jspecify.annotations.NullMarked;
