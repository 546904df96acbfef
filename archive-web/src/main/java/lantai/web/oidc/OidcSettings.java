package lantai.web.oidc;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which identity provider may vouch for people.
 *
 * @param issuer the provider, as it names itself
 * @param client how the provider calls this archive
 * @param secret what the archive proves itself with there; never told
 * @param name how people call the provider; empty for the usual word
 * @param address where people reach this archive, ending in a slash; empty when it is as the server sees it
 * @param trusted a PEM file with the certificate of an authority that the runtime does not know
 */
public record OidcSettings(
        URI issuer, String client, String secret, String name, Optional<URI> address, Optional<Path> trusted) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * Reads the settings.
     *
     * @param environment {@code LANTAI_OIDC_ISSUER}; with it {@code LANTAI_OIDC_CLIENT}, and {@code LANTAI_OIDC_SECRET} or {@code
     *     LANTAI_OIDC_SECRET_FILE}; if wanted {@code LANTAI_OIDC_NAME}, {@code LANTAI_OIDC_TRUSTED} and {@code LANTAI_ADDRESS}
     * @return nothing without an issuer
     * @throws IllegalStateException naming the first one that is missing or wrong
     */
    public static Optional<OidcSettings> of(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("LANTAI_OIDC_ISSUER"))
                .map(issuer -> new OidcSettings(
                        guarded("LANTAI_OIDC_ISSUER", issuer),
                        required(environment, "LANTAI_OIDC_CLIENT"),
                        secret(environment),
                        environment.getOrDefault("LANTAI_OIDC_NAME", "").strip(),
                        Optional.ofNullable(environment.get("LANTAI_ADDRESS"))
                                .map(address ->
                                        guarded("LANTAI_ADDRESS", address.endsWith("/") ? address : address + '/')),
                        Optional.ofNullable(environment.get("LANTAI_OIDC_TRUSTED"))
                                .map(Path::of)));
    }

    private static String secret(Map<String, String> environment) {
        var file = environment.get("LANTAI_OIDC_SECRET_FILE");
        if (file == null) {
            return required(environment, "LANTAI_OIDC_SECRET");
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException failure) {
            throw new IllegalStateException(
                    "LANTAI_OIDC_SECRET_FILE is \"" + file + "\", which cannot be read", failure);
        }
    }

    /** What passes between people, provider and archive is readable for others unless it is encrypted. */
    private static URI guarded(String name, String written) {
        try {
            var address = URI.create(written.strip());
            if (address.getHost() != null
                    && ("https".equals(address.getScheme())
                            || ("http".equals(address.getScheme()) && LOOPBACK.contains(address.getHost())))) {
                return address;
            }
        } catch (IllegalArgumentException _) {
            // told below
        }
        throw new IllegalStateException(name + " is \"" + written + "\", expected https://…");
    }

    private static String required(Map<String, String> environment, String name) {
        var value = environment.getOrDefault(name, "").strip();
        if (value.isEmpty()) {
            throw new IllegalStateException("LANTAI_OIDC_ISSUER is set, but the environment has no " + name);
        }
        return value;
    }

    @Override
    public String toString() {
        return issuer + " for " + client;
    }
}
