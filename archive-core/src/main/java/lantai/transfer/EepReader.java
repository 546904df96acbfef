package lantai.transfer;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Takes one package apart: what it says by the codes of this archive, and its files. Used once. */
final class EepReader {
    private static final Pattern PERMANENT = Pattern.compile("永久");
    private static final Pattern YEARS = Pattern.compile("(?:定期)?(\\d{1,3})年");
    private static final Pattern AFTER = Pattern.compile("事件后(\\d{1,3})年");
    private static final Pattern BEYOND = Pattern.compile(EepWriter.BEYOND + " ([a-z-]+)：(.*)", Pattern.DOTALL);

    private final Path eep;
    private final Path folder;
    private final Map<String, String> said = new TreeMap<>();
    private final List<EepFile.Document> documents = new ArrayList<>();
    private String name = "";
    private long size = -1;
    private String keyword = "";

    /**
     * @param eep the package
     * @param folder where files that lie inside are put
     */
    EepReader(Path eep, Path folder) {
        this.eep = eep;
        this.folder = folder;
    }

    /** @throws IOException when it cannot be read to its end */
    EepFile.Content read() throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(eep))) {
            var xml = CanonicalForm.reader(in);
            var above = new ArrayDeque<String>();
            above.push("");
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> start(xml, above);
                    case XMLStreamConstants.END_ELEMENT -> above.pop();
                    default -> {}
                }
            }
        } catch (XMLStreamException | IllegalArgumentException broken) {
            throw new IOException(broken.getMessage(), broken);
        }
        return new EepFile.Content(said, documents);
    }

    private void start(XMLStreamReader xml, ArrayDeque<String> above) throws XMLStreamException, IOException {
        var element = xml.getLocalName();
        var place = above.getFirst() + '/' + element;
        var code = EepElements.BY_PLACE.get(place);
        if (code != null) {
            take(code, xml.getElementText());
        } else if (element.equals(EepWriter.ENCODED)) {
            document(xml);
        } else {
            switch (place) {
                case "编码/反编码关键字" -> keyword = xml.getElementText();
                case "电子属性/计算机文件名" -> name = xml.getElementText();
                case "电子属性/计算机文件大小" -> size = size(xml.getElementText());
                case "档号/年度" -> take("year", xml.getElementText());
                case "档号/保管期限" -> term(xml.getElementText());
                case "文件实体/附注" -> note(xml.getElementText());
                default -> above.push(element);
            }
        }
    }

    private static long size(String text) {
        return text.matches("\\d{1,15}") ? Long.parseLong(text) : -1;
    }

    private void take(String code, String value) {
        if (!value.isBlank()) {
            said.putIfAbsent(code, value);
        }
    }

    private void term(String text) {
        var years = YEARS.matcher(text);
        var after = AFTER.matcher(text);
        if (PERMANENT.matcher(text).matches()) {
            take("retention", "Y");
        } else if (years.matches()) {
            take("retention", "D" + Integer.parseInt(years.group(1)));
        } else if (after.matches()) {
            take("retention", "E" + Integer.parseInt(after.group(1)));
        }
    }

    private void note(String text) {
        var beyond = BEYOND.matcher(text);
        if (beyond.matches()) {
            take(beyond.group(1), beyond.group(2));
        } else if (text.startsWith(EepWriter.CODE)) {
            take("reference-code", text.substring(EepWriter.CODE.length()));
        } else if (!text.startsWith(EepWriter.OPINION)) {
            said.merge("note", text, (one, other) -> one + '\n' + other);
        }
    }

    private void document(XMLStreamReader xml) throws XMLStreamException, IOException {
        var number = documents.size() + 1;
        if (keyword.equals(EepWriter.BESIDE)) {
            var held = EepCheck.decoded(xml, keyword, OutputStream.nullOutputStream());
            documents.add(new EepFile.Document(name, size, held.sha256(), beside(number)));
            return;
        }
        var file = folder.resolve("%05d".formatted(number));
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            var held = EepCheck.decoded(xml, keyword, out);
            documents.add(new EepFile.Document(name, size, held.sha256(), file));
        }
    }

    /** A name that leads elsewhere names nothing. */
    private Path beside(int number) {
        var folderBeside = Medium.beside(eep);
        var file = folderBeside.resolve("%03d-%s".formatted(number, name)).normalize();
        return folderBeside.equals(file.getParent()) ? file : folderBeside.resolve("?");
    }
}
