package lantai.account;

/**
 * Who somebody is at an identity provider (OpenID Connect Core 1.0, 2).
 *
 * @param issuer the provider, as it names itself
 * @param subject the person there, never given to another
 */
public record OutsideIdentity(String issuer, String subject) {}
