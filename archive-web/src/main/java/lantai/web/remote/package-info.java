/** The interface of an archive as another program sees it, spoken to over HTTP. Start at {@link lantai.web.remote.Remote}. */
@NullMarked
package lantai.web.remote;

import org.jspecify.annotations.NullMarked;
