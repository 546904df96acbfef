package lantai.web.asset;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import lantai.web.security.Open;
import org.jspecify.annotations.Nullable;

/**
 * {@code /assets/VERSION/PATH}: files of the screens. Under the right version they are kept for ever; under another one (a
 * script that imports its neighbour) the browser asks each time whether they changed.
 */
@Path("assets/{version}/{path: .+}")
public final class AssetResource {
    private final Assets assets;

    public AssetResource(Assets assets) {
        this.assets = assets;
    }

    /** One file; 404 when there is none of this name. */
    @GET
    @Open
    public Response file(
            @PathParam("version") String version,
            @PathParam("path") String path,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        var found = assets.find(path);
        if (found.isEmpty()) {
            return Response.status(Response.Status.NOT_FOUND)
                    .type("text/plain")
                    .entity("404")
                    .build();
        }
        var asset = found.get();
        var tag = '"' + asset.version() + '"';
        var answer = tag.equals(known)
                ? Response.notModified()
                : Response.ok(asset.content()).type(asset.type());
        return answer.header(HttpHeaders.ETAG, tag)
                .header(
                        HttpHeaders.CACHE_CONTROL,
                        version.equals(asset.version()) ? "public, max-age=31536000, immutable" : "public, no-cache")
                .build();
    }
}
