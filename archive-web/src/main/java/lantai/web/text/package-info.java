/**
 * What the screens say, in Chinese and English: one bundle a feature, found by the first word of the key. Start at {@link
 * lantai.web.text.Text}.
 */
@NullMarked
package lantai.web.text;

import org.jspecify.annotations.NullMarked;
