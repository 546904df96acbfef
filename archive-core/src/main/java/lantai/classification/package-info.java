/** The categories of the archive (档案门类). */
@NullMarked
package lantai.classification;

import org.jspecify.annotations.NullMarked;
