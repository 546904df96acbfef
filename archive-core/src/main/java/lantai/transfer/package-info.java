/**
 * Transfer of records to the archives (移交进馆, 档案法 art. 15 and 30, 档发〔2012〕7号): who may hand over what, in which form, and who
 * keeps it afterwards. Start at {@link lantai.transfer.TransferDesk}; what is handed over is a folder made by
 * {@link lantai.transfer.Medium} with one {@link lantai.transfer.EepWriter EEP package} for each record, what comes back is taken
 * by {@link lantai.transfer.ReceiptDesk}.
 */
@NullMarked
package lantai.transfer;

import org.jspecify.annotations.NullMarked;
