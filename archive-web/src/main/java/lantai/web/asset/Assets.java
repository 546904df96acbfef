package lantai.web.asset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files that the screens load: our own from {@code lantai/web/assets/}, libraries from WebJars as {@code
 * webjars/NAME/path}. Read once and kept. Thread-safe.
 */
public final class Assets {
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*(?:/[A-Za-z0-9][A-Za-z0-9._-]*)*");
    private static final Pattern LIBRARY = Pattern.compile("webjars/([^/]+)/(.+)");
    private static final Pattern IMPORT = Pattern.compile("(from|import) \"\\./([a-z0-9-]+\\.js)\"");
    private static final int VERSION_BYTES = 5;
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "mjs", "text/javascript;charset=UTF-8",
            "json", "application/json",
            "svg", "image/svg+xml",
            "png", "image/png",
            "gif", "image/gif",
            "wasm", "application/wasm",
            "txt", "text/plain;charset=UTF-8");

    private final Map<String, Optional<Asset>> known = new ConcurrentHashMap<>();

    /**
     * The address of a file, which changes with its content and may therefore be kept for ever.
     *
     * @param path for example {@code lantai.css} or {@code webjars/htmx.org/dist/htmx.min.js}
     * @throws IllegalArgumentException when there is no such file
     */
    public String url(String path) {
        var asset = find(path).orElseThrow(() -> new IllegalArgumentException("no asset \"" + path + '"'));
        return "/assets/" + asset.version() + '/' + path;
    }

    Optional<Asset> find(String path) {
        if (!SAFE.matcher(path).matches() || typeOf(path).isEmpty()) {
            return Optional.empty();
        }
        var found = known.get(path);
        if (found == null) {
            found = read(path);
            if (found.isPresent()) {
                known.put(path, found);
            }
        }
        return found;
    }

    private Optional<Asset> read(String path) {
        return resource(path).flatMap(resource -> {
            try (var in = Assets.class.getResourceAsStream(resource)) {
                if (in == null) {
                    return Optional.empty();
                }
                var content = path.endsWith(".js") && !LIBRARY.matcher(path).matches()
                        ? linked(in.readAllBytes())
                        : in.readAllBytes();
                return Optional.of(new Asset(content, typeOf(path).orElseThrow(), version(content)));
            } catch (IOException failure) {
                throw new UncheckedIOException("unreadable: " + resource, failure);
            }
        });
    }

    /**
     * Gives the modules that a module imports the addresses that pages use. Under another address the browser would run a module a
     * second time, and would keep it although its content has changed.
     */
    private byte[] linked(byte[] module) {
        return IMPORT.matcher(new String(module, StandardCharsets.UTF_8))
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1) + " \"" + url(found.group(2)) + '"'))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<String> resource(String path) {
        var library = LIBRARY.matcher(path);
        if (!library.matches()) {
            return Optional.of("/lantai/web/assets/" + path);
        }
        var name = library.group(1);
        return libraryVersion(name)
                .map(version -> "/META-INF/resources/webjars/" + name + '/' + version + '/' + library.group(2));
    }

    private static Optional<String> libraryVersion(String name) {
        var path = "/META-INF/maven/org.webjars.npm/" + name + "/pom.properties";
        try (var in = Assets.class.getResourceAsStream(path)) {
            if (in == null) {
                return Optional.empty();
            }
            var properties = new Properties();
            properties.load(in);
            return Optional.ofNullable(properties.getProperty("version"));
        } catch (IOException failure) {
            throw new UncheckedIOException("unreadable: " + path, failure);
        }
    }

    private static Optional<String> typeOf(String path) {
        return Optional.ofNullable(TYPES.get(path.substring(path.lastIndexOf('.') + 1)));
    }

    private static String version(byte[] content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, VERSION_BYTES);
        } catch (NoSuchAlgorithmException failure) {
            throw new IllegalStateException("no SHA-256", failure);
        }
    }
}
