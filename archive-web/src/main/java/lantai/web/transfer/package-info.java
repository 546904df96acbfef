/** The screens, papers and interface of transfer to the archives. Start at {@link lantai.web.transfer.TransferResource}. */
@NullMarked
package lantai.web.transfer;

import org.jspecify.annotations.NullMarked;
