/** The catalogue as a tree: fonds, category, class, year, with counts. Start at {@link lantai.web.catalogue.CatalogueResource}. */
@NullMarked
package lantai.web.catalogue;

import org.jspecify.annotations.NullMarked;
