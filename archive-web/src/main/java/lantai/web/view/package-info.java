/** HTML from precompiled templates: resources return a {@link lantai.web.view.View}. */
@NullMarked
package lantai.web.view;

import org.jspecify.annotations.NullMarked;
