package lantai.web.item;

import java.util.List;
import lantai.ingest.reader.FileKind;
import lantai.problem.NotFound;
import lantai.record.Component;
import lantai.record.Item;
import lantai.record.ItemPage;

/** An item that this reader may see, with its parts. Made by {@link Shelf} only. */
public record Opened(Item item, List<Component> components, List<ItemPage> pages) {
    public Opened {
        components = List.copyOf(components);
        pages = List.copyOf(pages);
    }

    /**
     * Finds a page.
     *
     * @param number from 1
     * @throws NotFound when there is none
     */
    ItemPage page(int number) {
        return pages.stream()
                .filter(page -> page.number() == number)
                .findFirst()
                .orElseThrow(() -> new NotFound(ItemProblem.NO_SUCH_PAGE, number));
    }

    /**
     * Finds a component.
     *
     * @param ordinal from 1
     * @throws NotFound when there is none
     */
    Component component(int ordinal) {
        return components.stream()
                .filter(component -> component.ordinal() == ordinal)
                .findFirst()
                .orElseThrow(() -> new NotFound(ItemProblem.NO_SUCH_COMPONENT, ordinal));
    }

    /** {@return what family the file of a component with pages belongs to} */
    static FileKind kind(Component component) {
        return switch (component.mime()) {
            case "application/pdf" -> FileKind.PDF;
            case "application/ofd" -> FileKind.OFD;
            default -> FileKind.IMAGE;
        };
    }
}
