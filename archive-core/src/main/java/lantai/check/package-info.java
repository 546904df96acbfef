/**
 * The four-property check (四性检测, DA/T 70-2018): whether records are authentic, complete, usable and safe, at filing, at receipt and
 * for as long as they are kept. Start at {@link lantai.check.CheckDesk}; the items are {@link lantai.check.Rule}, what they mean at this
 * house is {@link lantai.check.CheckPolicy}, what comes of them is {@link lantai.check.Report}.
 */
@NullMarked
package lantai.check;

import org.jspecify.annotations.NullMarked;
