package lantai.transfer;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import lantai.print.Table;
import lantai.print.TablePdf;
import lantai.print.TableSpreadsheet;
import lantai.storage.Fixity;
import lantai.storage.FixityDigest;

/**
 * The folder that is handed over, laid out as the national rule on the transfer of electronic records wants it (档发〔2012〕7号):
 *
 * <pre>
 * 说明文件.TXT
 * 文件目录.XML
 * 电子档案/年度/门类/档号.xml
 * 其他/…            schema, naming, check report, papers, digests
 * </pre>
 *
 * Digests of every file but the register stand in two lists; the SM3 of the first one stands for all of them, and stands in the register.
 */
final class Medium {
    static final String RECORDS = "电子档案";
    static final String OTHER = "其他";
    static final String SM3_LIST = OTHER + "/数字摘要清单-SM3.txt";
    static final String SHA256_LIST = OTHER + "/数字摘要清单-SHA256.txt";
    static final String CATALOGUE = "文件目录.XML";
    static final String NOTE = "说明文件.TXT";

    private final Path root;

    /** @param root the folder itself */
    Medium(Path root) {
        this.root = root;
    }

    /** {@return where the package of a record lies: no middle dots, which some systems cannot keep in names} */
    static String path(TransferEntry entry, String category) {
        return String.join(
                "/",
                RECORDS,
                "%04d".formatted(entry.year()),
                category,
                entry.referenceCode().replace('·', '_') + ".xml");
    }

    /** {@return the folder for the large files of a package} */
    static Path beside(Path eep) {
        var name = String.valueOf(eep.getFileName());
        return eep.resolveSibling(name.substring(0, name.length() - ".xml".length()));
    }

    Path file(String path) {
        return root.resolve(path);
    }

    /** Writes one file with its folders. */
    interface Writing {
        /** Writes to the stream, which is closed afterwards. */
        void to(OutputStream out) throws IOException;
    }

    void write(String path, Writing writing) throws IOException {
        var file = file(path);
        Files.createDirectories(file.getParent());
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            writing.to(out);
        }
    }

    void text(String path, String text) throws IOException {
        write(path, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    void copy(Path from, String path) throws IOException {
        var file = file(path);
        Files.createDirectories(file.getParent());
        Files.copy(from, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** A paper in both forms. */
    void paper(Table table) throws IOException {
        write(OTHER + '/' + table.title() + ".pdf", out -> new TablePdf(table).write(out));
        write(OTHER + '/' + table.title() + ".xlsx", out -> new TableSpreadsheet(table).write(out));
    }

    /** 文件目录.XML: its fields are those of the rule. */
    void catalogue(TransferList list, List<TransferEntry> entries) throws IOException {
        write(CATALOGUE, out -> {
            try {
                var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
                xml.writeStartDocument("UTF-8", "1.0");
                xml.writeStartElement("文件目录");
                xml.writeAttribute("移交清册", list.number());
                xml.writeAttribute("件数", "" + entries.size());
                for (var entry : entries) {
                    line(xml, entry);
                }
                xml.writeEndElement();
                xml.writeEndDocument();
                xml.flush();
            } catch (XMLStreamException failure) {
                throw new IOException(failure.getMessage(), failure);
            }
        });
    }

    private static void line(XMLStreamWriter xml, TransferEntry entry) throws XMLStreamException {
        xml.writeStartElement("文件");
        say(xml, "顺序号", "" + entry.ordinal());
        say(xml, "档号", entry.referenceCode());
        say(xml, "责任者", entry.responsible());
        say(xml, "题名", entry.title());
        say(xml, "日期", entry.dated().map(Object::toString).orElse(""));
        say(xml, "密级", entry.secrecy());
        say(xml, "电子档案名称", entry.packed().map(TransferEntry.Packed::path).orElse(""));
        say(xml, "备注", "");
        xml.writeEndElement();
    }

    private static void say(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(EepWriter.legal(text));
        xml.writeEndElement();
    }

    /** Writes both lists of digests over everything that lies there now. {@return the fixity of the first list} */
    Fixity digests() throws IOException {
        var all = Folder.fixities(root);
        var sm3 = new TreeMap<String, String>();
        var sha256 = new TreeMap<String, String>();
        all.forEach((path, fixity) -> {
            sm3.put(path, fixity.sm3());
            sha256.put(path, fixity.sha256());
        });
        text(SHA256_LIST, lines(sha256));
        sm3.put(SHA256_LIST, FixityDigest.of(file(SHA256_LIST)).sm3());
        text(SM3_LIST, lines(sm3));
        return FixityDigest.of(file(SM3_LIST));
    }

    private static String lines(Map<String, String> digests) {
        var text = new StringBuilder();
        digests.forEach(
                (path, digest) -> text.append(digest).append("  ").append(path).append('\n'));
        return text.toString();
    }

    /** {@return what of the list of SM3 digests does not fit the folder; empty when all is well} */
    List<String> differences() throws IOException {
        var wrong = new ArrayList<String>();
        for (var line : Files.readAllLines(file(SM3_LIST), StandardCharsets.UTF_8)) {
            var path = line.substring(66);
            if (!Files.isRegularFile(file(path))
                    || !FixityDigest.of(file(path)).sm3().equals(line.substring(0, 64))) {
                wrong.add(path);
            }
        }
        return wrong;
    }
}
