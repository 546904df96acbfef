/** The correction desk as people and programs see it, and the words that wait for the dictionary. */
@NullMarked
package lantai.web.correction;

import org.jspecify.annotations.NullMarked;
