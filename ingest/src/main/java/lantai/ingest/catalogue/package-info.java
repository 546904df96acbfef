/**
 * Takes in catalogues that were kept outside, row by row, as entries: records that are described and have no masters yet. Start at
 * {@link lantai.ingest.catalogue.CatalogueDesk}, then {@link lantai.ingest.catalogue.CatalogueWork}.
 */
@NullMarked
package lantai.ingest.catalogue;

import org.jspecify.annotations.NullMarked;
