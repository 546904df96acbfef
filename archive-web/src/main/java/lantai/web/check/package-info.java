/** The screens and the interface of the four-property check (四性检测): reports, runs on their way, what people note. */
@NullMarked
package lantai.web.check;

import org.jspecify.annotations.NullMarked;
