package lantai.web.item;

import jakarta.ws.rs.PathParam;

/** The last four parts of a IIIF address, as the container finds them. */
public final class ImageWords {
    @PathParam("region")
    private String region = "";

    @PathParam("size")
    private String size = "";

    @PathParam("rotation")
    private String rotation = "";

    @PathParam("leaf")
    private String leaf = "";

    /** Filled by the container. */
    public ImageWords() {}

    ImageRequest.Words words() {
        return new ImageRequest.Words(region, size, rotation, leaf);
    }
}
