package lantai.web.item;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The {@code info.json} of a page (IIIF Image API 3.0, level 2).
 *
 * @param width of the picture in pixels
 * @param height of the picture in pixels
 */
@JsonPropertyOrder("@context")
record ImageInfo(
        @JsonProperty("@context") String context,
        String id,
        String type,
        String protocol,
        String profile,
        int width,
        int height,
        List<Size> sizes,
        List<Tiles> tiles,
        List<String> extraQualities,
        List<String> extraFeatures) {
    private static final int TILE = 512;

    /** One size that is quickly made. */
    record Size(int width, int height) {}

    /** How the picture is cut into tiles. */
    record Tiles(int width, int height, List<Integer> scaleFactors) {}

    /** {@return the description of a picture at an address} */
    static ImageInfo of(String id, int width, int height) {
        var factors = IntStream.iterate(1, factor -> factor / 2 * TILE < Math.max(width, height), factor -> factor * 2)
                .boxed()
                .toList();
        var sizes = factors.reversed().stream()
                .map(factor -> new Size(up(width, factor), up(height, factor)))
                .toList();
        return new ImageInfo(
                "http://iiif.io/api/image/3/context.json",
                id,
                "ImageService3",
                "http://iiif.io/api/image",
                "level2",
                width,
                height,
                sizes,
                List.of(new Tiles(TILE, TILE, factors)),
                List.of("color", "gray"),
                List.of("regionSquare"));
    }

    private static int up(int length, int factor) {
        return (length + factor - 1) / factor;
    }
}
