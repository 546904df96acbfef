package lantai.ingest.reader;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Small files, good and bad, made for the tests. */
final class SampleFiles {
    private final Path folder;

    SampleFiles(Path folder) {
        this.folder = folder;
    }

    Path bytes(String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path text(String name, String text) {
        return bytes(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Path zip(String name, Map<String, String> entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes(name, bytes.toByteArray());
    }

    /** A zip of 300 MB of zeros, which weighs about 300 KB. */
    Path bomb(String name) throws IOException {
        var file = folder.resolve(name);
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("zeros"));
            var block = new byte[1 << 20];
            for (var i = 0; i < 300; i++) {
                zip.write(block);
            }
            zip.closeEntry();
        }
        return file;
    }

    /** A PDF of one page with some words, or without any. */
    Path pdf(String name, String words) {
        return pdf(
                name,
                List.of(
                        "<</Type/Catalog/Pages 2 0 R>>",
                        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
                                + "/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
                        stream("", words.isEmpty() ? "" : "BT /F1 24 Tf 72 700 Td (" + words + ") Tj ET")));
    }

    /** A PDF whose forms draw each other ten times, nine deep: a thousand million steps out of 2 KB. */
    Path endlessPdf(String name) {
        var objects = new ArrayList<>(List.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>",
                stream("", "/X Do ".repeat(10))));
        for (var i = 5; i < 14; i++) {
            var next = "/Resources<</XObject<</X " + (i + 1) + " 0 R>>>>";
            objects.add(stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]" + next, "/X Do ".repeat(10)));
        }
        objects.add(stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]", "0 0 m"));
        return pdf(name, objects);
    }

    private static String stream(String dictionary, String content) {
        return "<<" + dictionary + "/Length " + content.length() + ">>stream\n" + content + "\nendstream";
    }

    private Path pdf(String name, List<String> objects) {
        var pdf = new StringBuilder("%PDF-1.4\n");
        var table = new StringBuilder("xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n");
        for (var i = 0; i < objects.size(); i++) {
            table.append("%010d 00000 n \n".formatted(pdf.length()));
            pdf.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
        }
        var start = pdf.length();
        pdf.append(table).append("trailer<</Size ").append(objects.size() + 1);
        pdf.append("/Root 1 0 R>>\nstartxref\n").append(start).append("\n%%EOF\n");
        return bytes(name, pdf.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    Path picture(String name, String format, String words, int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        var graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.BLACK);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 48));
        graphics.drawString(words, 60, 120);
        graphics.dispose();
        var file = folder.resolve(name);
        ImageIO.write(image, format, file.toFile());
        return file;
    }

    /** A TIFF of one white pixel whose directory names itself as the next. */
    Path circularTiff(String name) {
        var tiff = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
        var entries = new int[][] {
            {256, 4, 1, 1},
            {257, 4, 1, 1},
            {258, 3, 1, 8},
            {259, 3, 1, 1},
            {262, 3, 1, 1},
            {273, 4, 1, 150},
            {277, 3, 1, 1},
            {278, 4, 1, 1},
            {279, 4, 1, 1}
        };
        tiff.putShort((short) entries.length);
        for (var entry : entries) {
            tiff.putShort((short) entry[0])
                    .putShort((short) entry[1])
                    .putInt(entry[2])
                    .putInt(entry[3]);
        }
        tiff.putInt(8);
        tiff.put(150, (byte) 255);
        return bytes(name, tiff.array());
    }

    Path word(String name, String body) throws IOException {
        return zip(name, Map.of("[Content_Types].xml", """
                        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                        <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
                        </Types>""", "_rels/.rels", """
                        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                        <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
                        </Relationships>""", "word/document.xml", body));
    }
}
