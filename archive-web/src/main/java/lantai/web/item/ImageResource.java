package lantai.web.item;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import lantai.account.Right;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;

/** {@code /iiif/ITEM/PAGE}: page images by IIIF Image API 3.0, level 2, made of our own copies for use. */
@Path("iiif/{item}/{page}")
public final class ImageResource {
    private static final String INFO = "application/ld+json;profile=\"http://iiif.io/api/image/3/context.json\"";

    private final Shelf shelf;
    private final ReadingLog log;
    private final PageImages images = new PageImages();

    public ImageResource(ItemDoors doors) {
        shelf = new Shelf(doors);
        log = new ReadingLog(doors.jdbi(), doors.audit(), doors.clock());
    }

    /** The base address leads to the description. */
    @GET
    @Needs({Right.SEARCH, Right.READ_OWN})
    public Response base(@BeanParam Visit visit, @PathParam("item") UUID item, @PathParam("page") int page) {
        shelf.open(visit.who(), item).page(page);
        return Response.seeOther(URI.create("/iiif/" + item + '/' + page + "/info.json"))
                .build();
    }

    /** Size and tiles of a page. */
    @GET
    @Path("info.json")
    @Needs({Right.SEARCH, Right.READ_OWN})
    public Response info(@BeanParam Visit visit, @PathParam("item") UUID item, @PathParam("page") int page) {
        var opened = shelf.open(visit.who(), item);
        var facts = shelf.picture(opened, opened.page(page)).facts();
        var id = visit.here().toString().replaceFirst("/info\\.json$", "");
        return Response.ok(ImageInfo.of(id, facts.width(), facts.height()))
                .type(INFO)
                .build();
    }

    /** A piece of a page. */
    @GET
    @Path("{region}/{size}/{rotation}/{leaf}")
    @Needs({Right.SEARCH, Right.READ_OWN})
    public Response image(
            @BeanParam Visit visit,
            @PathParam("item") UUID item,
            @PathParam("page") int page,
            @BeanParam ImageWords words) {
        var opened = shelf.open(visit.who(), item);
        var picture = shelf.picture(opened, opened.page(page));
        var facts = picture.facts();
        var request = ImageRequest.of(words.words(), facts.width(), facts.height());
        log.page(visit.who(), opened, page);
        var bytes = request.isWhole(facts.width(), facts.height())
                ? PageImages.whole(picture.file())
                : images.piece(picture.file(), request);
        return Response.ok(bytes)
                .type(request.format().equals("png") ? "image/png" : "image/jpeg")
                .build();
    }
}
