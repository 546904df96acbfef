/** Documents under review: what came in, what it seems to be, and what people say to that. Start at {@link lantai.ingest.review.ReviewDesk}. */
@NullMarked
package lantai.ingest.review;

import org.jspecify.annotations.NullMarked;
