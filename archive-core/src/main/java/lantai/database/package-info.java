/** The one relational database: connections, transactions and schema migrations. Start at {@link lantai.database.Database}. */
@NullMarked
package lantai.database;

import org.jspecify.annotations.NullMarked;
