package lantai.ingest.filing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lantai.ingest.propose.Field;
import lantai.ingest.review.Document;
import lantai.photo.PhotoGroup;
import lantai.record.Component;
import lantai.record.Item;
import lantai.record.ItemPage;
import lantai.record.Origin;
import lantai.storage.Fixity;

/**
 * The {@code metadata.json} of an item: its whole description in plain words, so that the object tells about itself
 * without this program. The schema is {@code docs/schema/metadata-1.json}.
 */
public record ItemDocument(Map<String, Object> content) {
    private static final String SCHEMA = "lantai-metadata-1";
    static final String ELEMENTS = "elements";
    /** What is said of the photo group that an item belongs to. */
    static final String GROUP = "group";
    /** What the object was put together with (DA/T 70-2018 wants it recorded). */
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "system", "Lantai 0.1.0",
            "os", System.getProperty("os.name", "") + ' ' + System.getProperty("os.arch", ""),
            "runtime", "Java " + Runtime.version().feature());

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_EMPTY);

    static ItemDocument of(
            Item item,
            List<Component> components,
            List<ItemPage> pages,
            Document document,
            Map<String, String> elements,
            Map<String, Object> beside) {
        var more = new LinkedHashMap<String, Object>();
        more.put("personName", document.value(Field.PERSON_NAME));
        more.put("amount", document.value(Field.AMOUNT));
        more.put("printedReferenceCode", document.value(Field.REFERENCE_CODE));
        more.put(
                ELEMENTS,
                elements.entrySet().stream()
                        .map(element -> Map.of("element", element.getKey(), "value", element.getValue()))
                        .toList());
        more.putAll(beside);
        return of(item, components, pages, more);
    }

    /**
     * The description of an item.
     *
     * @param more what else is known of it; empty values are left out
     */
    public static ItemDocument of(
            Item item, List<Component> components, List<ItemPage> pages, Map<String, Object> more) {
        var content = new LinkedHashMap<String, Object>();
        content.put("schema", SCHEMA);
        content.put("id", item.id().toString());
        content.put("referenceCode", item.referenceCode().text());
        content.put("fonds", item.fonds());
        content.put("category", item.category().name());
        content.put("categoryName", item.category().chinese());
        content.put("kind", item.kind());
        content.put("kindName", item.kindName());
        content.put("year", item.year());
        content.put("retention", item.retention().code());
        content.put("title", item.title());
        content.put("documentNumber", item.documentNumber());
        content.put("responsible", item.responsible());
        item.dated().ifPresent(date -> content.put("date", date.toString()));
        item.departmentId().ifPresent(id -> content.put("department", id.toString()));
        item.insuredPersonId().ifPresent(id -> content.put("insuredPerson", id.toString()));
        content.put("personal", item.isPersonal());
        if (item.origin() != Origin.UNKNOWN) {
            content.put("origin", item.origin().name());
        }
        content.putAll(more);
        content.put("filedAt", item.filedAt().toString());
        content.put("filedBy", item.filedBy());
        content.put("environment", ENVIRONMENT);
        content.put(
                "components", components.stream().map(ItemDocument::component).toList());
        content.put("pages", pages(pages));
        return new ItemDocument(content);
    }

    /** {@return it as text} */
    public String json() {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** {@return what an object tells of the group of a photo, so that the group can be made again from its photos} */
    static Map<String, String> group(PhotoGroup group) {
        var content = new LinkedHashMap<String, String>();
        content.put("referenceCode", group.code());
        content.put("title", group.words().title());
        content.put("theme", group.words().theme());
        content.put("photographer", group.words().photographer());
        content.put("place", group.words().place());
        content.values().removeIf(String::isEmpty);
        return content;
    }

    private static Map<String, Object> component(Component component) {
        var content = new LinkedHashMap<String, Object>();
        content.put("path", component.path());
        content.put("name", component.name());
        content.put("mime", component.mime());
        content.put("puid", component.puid());
        content.put("format", component.formatName());
        content.putAll(fixity(component.fixity()));
        return content;
    }

    private static Map<String, Object> fixity(Fixity fixity) {
        return Map.of("sha256", fixity.sha256(), "sm3", fixity.sm3(), "size", fixity.size());
    }

    private static List<Map<String, Object>> pages(List<ItemPage> pages) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (var page : pages) {
            all.add(Map.of(
                    "number", page.number(),
                    "component", page.component(),
                    "page", page.componentPage(),
                    "turn", page.turn(),
                    "text", page.altoPath()));
        }
        return all;
    }
}
