package lantai.ingest.reader.child;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.sax.SAXResult;
import net.byteseek.io.reader.ByteArrayReader;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import uk.gov.nationalarchives.droid.core.signature.droid6.InternalSignatureCollection;
import uk.gov.nationalarchives.droid.core.signature.xml.SAXModelBuilder;

/**
 * PRONOM ids of formats that are ZIP or OLE2 packages: by the names of their parts and by the beginning of some of them.
 */
final class PronomContainers {
    private static final String SIGNATURES = "container-signature-20240501.xml";
    private static final int SCANNED = 64 * 1024;
    private static final Set<String> ZIP = Set.of("x-fmt/263", "fmt/189");
    private static final String OLE2 = "fmt/111";

    private final Map<String, List<Signature>> byType;

    private PronomContainers(Map<String, List<Signature>> byType) {
        this.byType = byType;
    }

    static PronomContainers load() throws IOException {
        try (var in = PronomContainers.class.getClassLoader().getResourceAsStream(SIGNATURES)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + SIGNATURES);
            }
            var root = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(in)
                    .getDocumentElement();
            return new PronomContainers(signatures(root));
        } catch (ParserConfigurationException | SAXException | TransformerException e) {
            throw new IllegalStateException("not a container signature file: " + SIGNATURES, e);
        }
    }

    private static Map<String, List<Signature>> signatures(Element root) throws TransformerException {
        var puids = new HashMap<String, String>();
        for (var mapping : children(root, "FileFormatMapping")) {
            puids.put(mapping.getAttribute("signatureId"), mapping.getAttribute("Puid"));
        }
        var byType = new HashMap<String, List<Signature>>();
        for (var element : children(root, "ContainerSignature")) {
            var puid = puids.get(element.getAttribute("Id"));
            if (puid != null) {
                byType.computeIfAbsent(element.getAttribute("ContainerType"), _ -> new ArrayList<>())
                        .add(new Signature(puid, parts(element)));
            }
        }
        return byType;
    }

    private static List<Part> parts(Element signature) throws TransformerException {
        var parts = new ArrayList<Part>();
        for (var file : children(signature, "File")) {
            var compiled = new ArrayList<InternalSignatureCollection>();
            for (var collection : children(file, "InternalSignatureCollection")) {
                var one = compile(collection);
                one.prepareForUse();
                compiled.add(one);
            }
            parts.add(new Part(children(file, "Path").getFirst().getTextContent(), compiled));
        }
        return parts;
    }

    private static InternalSignatureCollection compile(Element collection) throws TransformerException {
        var builder = new SAXModelBuilder();
        TransformerFactory.newDefaultInstance()
                .newTransformer()
                .transform(new DOMSource(collection), new SAXResult(builder));
        return (InternalSignatureCollection) builder.getModel();
    }

    private static List<Element> children(Element above, String name) {
        var found = new ArrayList<Element>();
        var nodes = above.getElementsByTagName(name);
        for (var i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    /** {@return the id of the package's format, or empty} */
    String identify(Path file, String outer) {
        try {
            if (ZIP.contains(outer)) {
                try (var zip = new ZipFile(file.toFile())) {
                    return match("ZIP", new ZipParts(zip));
                }
            }
            if (outer.equals(OLE2)) {
                try (var ole2 = new POIFSFileSystem(file.toFile(), true)) {
                    var parts = new TreeMap<String, DocumentEntry>();
                    collect(ole2.getRoot(), "", parts);
                    return match("OLE2", new Ole2Parts(parts));
                }
            }
            return "";
        } catch (IOException | RuntimeException e) {
            // a broken package keeps the id of its outer format
            return "";
        }
    }

    private static void collect(DirectoryEntry folder, String path, Map<String, DocumentEntry> parts) {
        for (var entry : folder) {
            var name = path + entry.getName();
            if (entry instanceof DirectoryEntry inner && parts.size() < 5000) {
                collect(inner, name + "/", parts);
            } else if (entry instanceof DocumentEntry document) {
                parts.put(name, document);
            }
        }
    }

    /** The match with the most parts and looked-into parts wins. */
    private String match(String type, Parts parts) throws IOException {
        var best = "";
        var weight = 0;
        var begins = new HashMap<String, byte[]>();
        for (var signature : byType.getOrDefault(type, List.of())) {
            if (signature.weight() > weight && signature.matches(parts, begins)) {
                best = signature.puid();
                weight = signature.weight();
            }
        }
        return best;
    }

    private interface Parts {
        boolean has(String path);

        InputStream open(String path) throws IOException;
    }

    private record ZipParts(ZipFile zip) implements Parts {
        @Override
        public boolean has(String path) {
            return zip.getEntry(path) != null;
        }

        @Override
        public InputStream open(String path) throws IOException {
            return zip.getInputStream(zip.getEntry(path));
        }
    }

    private record Ole2Parts(Map<String, DocumentEntry> parts) implements Parts {
        @Override
        public boolean has(String path) {
            return parts.containsKey(path);
        }

        @Override
        public InputStream open(String path) throws IOException {
            return new DocumentInputStream(parts.get(path));
        }
    }

    private record Part(String path, List<InternalSignatureCollection> begins) {
        boolean matches(byte[] begin) {
            var reader = new PartReader(new ByteArrayReader(begin), begin.length);
            return begins.stream()
                    .allMatch(one -> !one.getMatchingSignatures(reader, SCANNED).isEmpty());
        }
    }

    private record Signature(String puid, List<Part> parts) {
        int weight() {
            return parts.stream()
                    .mapToInt(part -> part.begins().isEmpty() ? 1 : 3)
                    .sum();
        }

        boolean matches(Parts container, Map<String, byte[]> begins) throws IOException {
            for (var part : parts) {
                if (!container.has(part.path())) {
                    return false;
                }
            }
            for (var part : parts) {
                if (!part.begins().isEmpty()) {
                    var begin = begins.get(part.path());
                    if (begin == null) {
                        try (var in = container.open(part.path())) {
                            begin = in.readNBytes(SCANNED);
                        }
                        begins.put(part.path(), begin);
                    }
                    if (!part.matches(begin)) {
                        return false;
                    }
                }
            }
            return true;
        }
    }
}
