/**
 * Receiving on the screen and over the interface: batches, their files, quarantine, uploads. Start at {@link
 * lantai.web.inbox.InboxResource} and {@link lantai.web.inbox.BatchApiResource}.
 */
@NullMarked
package lantai.web.inbox;

import org.jspecify.annotations.NullMarked;
