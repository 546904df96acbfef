package lantai.ocr;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers the tags of an ALTO page that tell of blocks and cells, and the lines that name them. */
final class AltoTags {

    private static final class Tag {
        private final String label;
        private final String description;
        private final List<Integer> lines = new ArrayList<>();
        private @Nullable Box box;

        Tag(String label, String description) {
            this.label = label;
            this.description = description;
        }

        Box box() {
            if (box == null) {
                throw new IllegalArgumentException("a tag without place: \"" + label + '"');
            }
            return box;
        }
    }

    private final Map<String, Tag> tags = new LinkedHashMap<>();
    private @Nullable Tag last;

    void add(String id, String label, @Nullable String description) {
        last = new Tag(label, description == null ? "" : description);
        tags.put(id, last);
    }

    /** The place of the tag that came last. */
    void place(Box box) {
        if (last != null) {
            last.box = box;
        }
    }

    /** The line of this number names the tags in {@code names}, parted by blanks. */
    void line(int number, @Nullable String names) {
        if (names == null) {
            return;
        }
        for (String name : names.split(" ", -1)) {
            Tag tag = tags.get(name);
            if (tag != null) {
                tag.lines.add(number);
            }
        }
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        for (int number = 0; tags.containsKey("block-" + number); number++) {
            Tag block = named("block-" + number);
            List<Block.Cell> cells = new ArrayList<>();
            for (int cell = 0; tags.containsKey("cell-" + number + '-' + cell); cell++) {
                cells.add(cell(named("cell-" + number + '-' + cell)));
            }
            var kind = Block.Kind.valueOf(block.label.toUpperCase(Locale.ROOT));
            blocks.add(new Block(kind, block.box(), block.lines, cells, block.description));
        }
        return blocks;
    }

    private Tag named(String id) {
        Tag tag = tags.get(id);
        if (tag == null) {
            throw new IllegalArgumentException("no tag \"" + id + '"');
        }
        return tag;
    }

    private static Block.Cell cell(Tag tag) {
        String[] grid = tag.label.split(" ", -1);
        if (grid.length != 4) {
            throw new IllegalArgumentException("not a place in a grid: \"" + tag.label + '"');
        }
        return new Block.Cell(
                Integer.parseInt(grid[0]),
                Integer.parseInt(grid[1]),
                Integer.parseInt(grid[2]),
                Integer.parseInt(grid[3]),
                tag.box(),
                tag.lines);
    }
}
