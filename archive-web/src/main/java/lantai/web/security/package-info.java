/**
 * Who may do what over HTTP. Deny by default: a resource method says {@link lantai.web.security.Needs} or {@link
 * lantai.web.security.Open}, else {@link lantai.web.security.Guard} refuses it.
 */
@NullMarked
package lantai.web.security;

import org.jspecify.annotations.NullMarked;
