/** Signing in through an identity provider by OpenID Connect. */
@NullMarked
package lantai.web.oidc;

import org.jspecify.annotations.NullMarked;
