/**
 * How well pages were scanned (DA/T 31-2017): {@link lantai.ingest.scan.ScanDesk} keeps what the readers measured, says what is wrong
 * with it by the rule {@code scan-quality}, and keeps what people said of that.
 */
@NullMarked
package lantai.ingest.scan;

import org.jspecify.annotations.NullMarked;
