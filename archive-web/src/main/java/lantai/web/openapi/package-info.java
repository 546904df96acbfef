/** The description of the interface for other systems (OpenAPI 3.1). Start at {@link lantai.web.openapi.OpenApiResource}. */
@NullMarked
package lantai.web.openapi;

import org.jspecify.annotations.NullMarked;
