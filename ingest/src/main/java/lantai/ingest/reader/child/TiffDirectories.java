package lantai.ingest.reader.child;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import lantai.ingest.reader.ReadingState;

/**
 * Walks the chain of directories of a TIFF, which may lead back to itself, and finds those that are pages; reduced copies
 * of a page are none.
 */
final class TiffDirectories {
    private static final int NEW_SUBFILE_TYPE = 254;

    private final FileChannel file;
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
    private boolean big;

    private TiffDirectories(FileChannel file) {
        this.file = file;
    }

    /**
     * Finds the directories that are pages.
     *
     * @param most how many there may be
     * @throws Unreadable when there are more, or when the chain leads out of the file: no page is left out without a word
     */
    static List<Integer> pages(Path path, int most) throws IOException, Unreadable {
        try (var file = FileChannel.open(path)) {
            return new TiffDirectories(file).walk(most);
        }
    }

    private List<Integer> walk(int most) throws IOException, Unreadable {
        var head = bytes(0, 16);
        order = head.get(0) == 'M' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        head.order(order);
        big = head.getShort(2) == 43;
        var next = big ? head.getLong(8) : Integer.toUnsignedLong(head.getInt(4));
        var seen = new HashSet<Long>();
        var pages = new ArrayList<Integer>();
        for (var index = 0; next != 0 && seen.add(next); index++) {
            if (next >= file.size()) {
                throw new Unreadable(
                        ReadingState.DAMAGED, "ends after page " + pages.size() + ", and more are promised");
            }
            if (pages.size() == most) {
                throw new Unreadable(ReadingState.TOO_LARGE, "more than " + most + " pages");
            }
            var directory = directory(next);
            if (!directory.reduced() || index == 0) {
                pages.add(index);
            }
            next = directory.next();
        }
        return pages;
    }

    private Directory directory(long at) throws IOException, Unreadable {
        var count =
                big ? bytes(at, 8).getLong(0) : Short.toUnsignedInt(bytes(at, 2).getShort(0));
        if (count < 0 || count > 65_535) {
            throw new Unreadable(ReadingState.DAMAGED, "a directory of " + count + " entries");
        }
        var size = big ? 20 : 12;
        var first = at + (big ? 8 : 2);
        var reduced = false;
        for (var i = 0L; i < count; i++) {
            var entry = bytes(first + i * size, size);
            if (Short.toUnsignedInt(entry.getShort(0)) == NEW_SUBFILE_TYPE) {
                reduced = (entry.getInt(big ? 12 : 8) & 1) == 1;
            }
        }
        var end = first + count * size;
        if (end + (big ? 8 : 4) > file.size()) {
            return new Directory(reduced, 0);
        }
        return new Directory(
                reduced,
                big
                        ? bytes(end, 8).getLong(0)
                        : Integer.toUnsignedLong(bytes(end, 4).getInt(0)));
    }

    private ByteBuffer bytes(long at, int count) throws IOException, Unreadable {
        if (at < 0 || (at + count > file.size() && at > 0)) {
            throw new Unreadable(ReadingState.DAMAGED, "a directory beyond the end of the file");
        }
        var buffer = ByteBuffer.allocate(count).order(order);
        file.read(buffer, at);
        return buffer.flip().limit(count);
    }

    private record Directory(boolean reduced, long next) {}
}
