package lantai.ingest.reader.child;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lantai.ingest.reader.ReadingState;

/** The first document of an OFD package: pages, templates, resources, annotations. Lengths are millimetres. */
final class OfdDocument {
    private static final int MOST_PAGES = 10_000;
    private static final Rectangle2D A4 = new Rectangle2D.Double(0, 0, 210, 297);

    private final OfdPackage parts;
    private final String path;
    private final Xml body;
    private final Map<String, Resource> resources = new HashMap<>();
    private final Map<String, String> templates = new HashMap<>();
    private final List<PageRef> pages = new ArrayList<>();
    private Rectangle2D usualBox = A4;

    private OfdDocument(OfdPackage parts, String path, Xml body) {
        this.parts = parts;
        this.path = path;
        this.body = body;
    }

    static OfdDocument open(OfdPackage parts) throws IOException, Unreadable {
        parts.weigh();
        if (parts.has("Encryptions.xml")) {
            throw new Unreadable(ReadingState.ENCRYPTED, "needs a key");
        }
        var ofd = parts.xml("OFD.xml");
        var body = ofd.child("DocBody").orElseThrow(() -> new IOException("OFD.xml without DocBody"));
        var path = OfdPackage.resolve("OFD.xml", body.text("DocRoot"));
        var document = new OfdDocument(parts, path, body);
        document.load(parts.xml(path));
        return document;
    }

    private void load(Xml root) throws Unreadable {
        for (var common : root.children("CommonData")) {
            usualBox = common.child("PageArea").flatMap(OfdDocument::box).orElse(usualBox);
            for (var kind : List.of("PublicRes", "DocumentRes")) {
                for (var location : common.children(kind)) {
                    loadResources(OfdPackage.resolve(path, location.text()));
                }
            }
            for (var template : common.children("TemplatePage")) {
                templates.put(template.attribute("ID"), OfdPackage.resolve(path, template.attribute("BaseLoc")));
            }
        }
        for (var page : root.all("Pages", "Page")) {
            if (pages.size() < MOST_PAGES) {
                pages.add(new PageRef(page.attribute("ID"), OfdPackage.resolve(path, page.attribute("BaseLoc"))));
            }
        }
    }

    private void loadResources(String part) throws Unreadable {
        var root = parts.optional(part);
        if (root.isEmpty()) {
            return;
        }
        var base = OfdPackage.resolve(part, root.get().attribute("BaseLoc") + "/x");
        for (var group : root.get().children()) {
            for (var resource : group.children()) {
                resources.put(resource.attribute("ID"), new Resource(resource, base, part));
            }
        }
    }

    int pageCount() {
        return pages.size();
    }

    /** {@return the parts that hold the pages} */
    List<String> pageParts() {
        return pages.stream().map(PageRef::part).toList();
    }

    Xml body() {
        return body;
    }

    String path() {
        return path;
    }

    Optional<Resource> resource(String id) {
        return Optional.ofNullable(resources.get(id));
    }

    /** {@return the bytes that a resource points to in its child element, or empty when they are missing} */
    Optional<byte[]> file(Resource resource, String child) throws Unreadable {
        var location = resource.xml().text(child);
        for (var base : List.of(resource.base(), resource.part(), path)) {
            var at = OfdPackage.resolve(base, location);
            if (!location.isEmpty() && parts.has(at)) {
                try {
                    return Optional.of(parts.bytes(at));
                } catch (IOException e) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    /** {@return a page with its layers from back to front, templates in their place} */
    Page page(int number) throws IOException, Unreadable {
        if (number > pages.size()) {
            throw new Unreadable(ReadingState.DAMAGED, "has no page " + number);
        }
        var reference = pages.get(number - 1);
        var xml = parts.xml(reference.part());
        for (var own : xml.children("PageRes")) {
            loadResources(OfdPackage.resolve(reference.part(), own.text()));
        }
        var back = new ArrayList<Xml>();
        var front = new ArrayList<Xml>();
        for (var used : xml.children("Template")) {
            var template = Optional.ofNullable(templates.get(used.attribute("TemplateID")));
            if (template.isPresent()) {
                var layers = parts.optional(template.get())
                        .map(t -> t.all("Content", "Layer"))
                        .orElse(List.of());
                (used.attribute("ZOrder").equals("Foreground") ? front : back).addAll(layers);
            }
        }
        back.addAll(xml.all("Content", "Layer"));
        back.addAll(front);
        var box = xml.child("Area").flatMap(OfdDocument::box).orElse(usualBox);
        return new Page(reference.id(), box, back);
    }

    private static Optional<Rectangle2D> box(Xml area) {
        var numbers = Xml.numbers(area.text("PhysicalBox"));
        return numbers.length == 4 && numbers[2] > 0 && numbers[3] > 0 && numbers[2] < 5000 && numbers[3] < 5000
                ? Optional.of(new Rectangle2D.Double(numbers[0], numbers[1], numbers[2], numbers[3]))
                : Optional.empty();
    }

    /** {@return the appearances of the annotations on a page} */
    List<Xml> annotations(String pageId) throws Unreadable {
        var found = new ArrayList<Xml>();
        var location =
                parts.optional(path).map(root -> root.text("Annotations")).orElse("");
        var list = OfdPackage.resolve(path, location);
        for (var page : parts.optional(list).map(all -> all.children("Page")).orElse(List.of())) {
            if (page.attribute("PageID").equals(pageId)) {
                var file = OfdPackage.resolve(list, page.text("FileLoc"));
                parts.optional(file).ifPresent(xml -> found.addAll(xml.all("Annot", "Appearance")));
            }
        }
        return found;
    }

    /** A font, picture, drawing parameter or composite unit, and the part it was named in. */
    record Resource(Xml xml, String base, String part) {}

    private record PageRef(String id, String part) {}

    /**
     * A page.
     *
     * @param id as others refer to it
     * @param box its size
     * @param layers from back to front
     */
    record Page(String id, Rectangle2D box, List<Xml> layers) {}
}
