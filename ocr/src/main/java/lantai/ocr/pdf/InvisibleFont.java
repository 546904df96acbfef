package lantai.ocr.pdf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * A font without shapes: each character is one em wide and empty, and tells its Unicode value to whoever searches or
 * copies. Codes are given in the order in which characters first appear.
 */
final class InvisibleFont {

    static final COSName NAME = COSName.getPDFName("F0");

    private static final String FACE = "LantaiInvisible";

    private final COSDictionary dictionary = new COSDictionary();
    private final Map<Integer, Integer> codes = new LinkedHashMap<>();

    /** The dictionary that pages refer to; it is filled by {@link #embed}. */
    COSDictionary font() {
        return dictionary;
    }

    /** Two bytes in hexadecimal for one code point. */
    String code(int codePoint) {
        int code = codes.computeIfAbsent(codePoint, _ -> codes.size() + 1);
        if (code > 0xFFFF) {
            throw new IllegalStateException("more than 65535 different characters in one document");
        }
        return String.format(Locale.ROOT, "%04X", code);
    }

    /** Writes the font for the characters used so far. */
    void embed(PDDocument document) throws IOException {
        byte[] program = EmptyTrueType.bytes();
        PDStream file = stream(document, program);
        file.getCOSObject().setInt(COSName.LENGTH1, program.length);
        var descriptor = new COSDictionary();
        descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
        descriptor.setName(COSName.FONT_NAME, FACE);
        descriptor.setInt(COSName.FLAGS, 4);
        descriptor.setItem(COSName.FONT_BBOX, numbers(0, 0, 1000, 1000));
        descriptor.setInt(COSName.ITALIC_ANGLE, 0);
        descriptor.setInt(COSName.ASCENT, 1000);
        descriptor.setInt(COSName.DESCENT, 0);
        descriptor.setInt(COSName.CAP_HEIGHT, 1000);
        descriptor.setInt(COSName.STEM_V, 80);
        descriptor.setItem(COSName.FONT_FILE2, file);

        var system = new COSDictionary();
        system.setItem(COSName.REGISTRY, new COSString("Adobe"));
        system.setItem(COSName.ORDERING, new COSString("Identity"));
        system.setInt(COSName.SUPPLEMENT, 0);
        var descendant = new COSDictionary();
        descendant.setItem(COSName.TYPE, COSName.FONT);
        descendant.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
        descendant.setName(COSName.BASE_FONT, FACE);
        descendant.setItem(COSName.CIDSYSTEMINFO, system);
        descendant.setItem(COSName.FONT_DESC, descriptor);
        descendant.setInt(COSName.DW, 1000);
        descendant.setItem(COSName.CID_TO_GID_MAP, stream(document, glyphMap()));

        dictionary.setItem(COSName.TYPE, COSName.FONT);
        dictionary.setItem(COSName.SUBTYPE, COSName.TYPE0);
        dictionary.setName(COSName.BASE_FONT, FACE);
        dictionary.setItem(COSName.ENCODING, COSName.IDENTITY_H);
        var descendants = new COSArray();
        descendants.add(descendant);
        dictionary.setItem(COSName.DESCENDANT_FONTS, descendants);
        dictionary.setItem(COSName.TO_UNICODE, stream(document, toUnicode()));
    }

    private static PDStream stream(PDDocument document, byte[] bytes) throws IOException {
        return new PDStream(document, new ByteArrayInputStream(bytes), COSName.FLATE_DECODE);
    }

    private static COSArray numbers(int... values) {
        var array = new COSArray();
        for (int value : values) {
            array.add(COSInteger.get(value));
        }
        return array;
    }

    /** Every code shows glyph 1, the empty one. */
    private byte[] glyphMap() {
        byte[] map = new byte[2 * (codes.size() + 1)];
        for (int i = 3; i < map.length; i += 2) {
            map[i] = 1;
        }
        return map;
    }

    private byte[] toUnicode() {
        var map = new StringBuilder("""
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
                /CMapName /Adobe-Identity-UCS def
                /CMapType 2 def
                1 begincodespacerange
                <0000> <FFFF>
                endcodespacerange
                """);
        var entries = codes.entrySet().iterator();
        int left = codes.size();
        while (left > 0) {
            int block = Math.min(100, left);
            map.append(block).append(" beginbfchar\n");
            for (int i = 0; i < block; i++) {
                Map.Entry<Integer, Integer> entry = entries.next();
                map.append(String.format(Locale.ROOT, "<%04X> <", entry.getValue()));
                for (char unit : Character.toChars(entry.getKey())) {
                    map.append(String.format(Locale.ROOT, "%04X", (int) unit));
                }
                map.append(">\n");
            }
            map.append("endbfchar\n");
            left -= block;
        }
        map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(map.toString().getBytes(StandardCharsets.US_ASCII));
        return bytes.toByteArray();
    }
}
