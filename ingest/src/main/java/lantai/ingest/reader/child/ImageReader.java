package lantai.ingest.reader.child;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import lantai.ingest.reader.Fact;
import lantai.ingest.reader.PageFact;
import lantai.ingest.reader.PageFact.TextSource;
import lantai.ingest.reader.ReadingState;
import lantai.ingest.reader.child.ReadingDesk.Opened;

/**
 * Reads a picture: facts, pages, and whether each page can be decoded, which is tried once in reduced size. Its text is
 * for OCR to find.
 */
final class ImageReader {
    private ImageReader() {}

    static void read(Opened opened, Draft draft) throws IOException, Unreadable {
        var facts = PictureFacts.read(opened.file(), draft);
        if (!Pictures.isDecodable(opened.file())) {
            known(opened, facts, draft);
            throw new Unreadable(ReadingState.UNSUPPORTED, "pictures of this format cannot be decoded here");
        }
        if (isShort(opened)) {
            throw new Unreadable(ReadingState.DAMAGED, "the picture ends before its end");
        }
        try (var pictures = Pictures.open(opened.file())) {
            for (var page = 1; page <= pictures.count(); page++) {
                var size = pictures.size(page);
                pictures.probe(page);
                var turned = facts.isTurned();
                draft.page(new PageFact(
                        page,
                        TextSource.OCR,
                        turned ? size.height : size.width,
                        turned ? size.width : size.height,
                        facts.dpi()));
                draft.fact(Fact.WIDTH, Integer.toString(size.width));
                draft.fact(Fact.HEIGHT, Integer.toString(size.height));
            }
            if (pictures.moving() > 1) {
                draft.fact(Fact.FRAMES, Integer.toString(pictures.moving()));
            }
            if (pictures.count() == 0) {
                throw new Unreadable(ReadingState.DAMAGED, "no page can be found in it");
            }
        }
    }

    /** Whether a BMP is shorter than its head says, which its decoder does not mind. */
    private static boolean isShort(Opened opened) throws IOException {
        if (!opened.mime().equals("image/bmp")) {
            return false;
        }
        try (var in = Files.newInputStream(opened.file())) {
            var head = in.readNBytes(6);
            return head.length == 6
                    && Files.size(opened.file())
                            < Integer.toUnsignedLong(ByteBuffer.wrap(head)
                                    .order(ByteOrder.LITTLE_ENDIAN)
                                    .getInt(2));
        }
    }

    private static void known(Opened opened, PictureFacts facts, Draft draft) throws IOException {
        Jpeg2000.size(opened.file()).ifPresent(size -> {
            draft.fact(Fact.WIDTH, Integer.toString(size.width));
            draft.fact(Fact.HEIGHT, Integer.toString(size.height));
            draft.page(new PageFact(1, TextSource.UNREADABLE, size.width, size.height, facts.dpi()));
        });
    }
}
