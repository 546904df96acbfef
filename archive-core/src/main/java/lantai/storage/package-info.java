/** Where bytes lie: staging before filing, OCFL objects after. Start at {@link lantai.storage.Staging} and {@link lantai.storage.ArchivalStore}. */
@NullMarked
package lantai.storage;

import org.jspecify.annotations.NullMarked;
