/** The invented archive of {@code ./lantai run --demo}: accounts, deliveries and a day's work. Start at {@link lantai.web.demo.DemoArchive}. */
@NullMarked
package lantai.web.demo;

import org.jspecify.annotations.NullMarked;
