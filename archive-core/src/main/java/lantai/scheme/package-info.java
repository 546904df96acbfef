/** The classification scheme (分类方案) as a rule of the house: classes, business links with their materials, word lists. Start at {@link lantai.scheme.ClassificationScheme}. */
@NullMarked
package lantai.scheme;

import org.jspecify.annotations.NullMarked;
