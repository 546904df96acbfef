package lantai.transfer;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import lantai.classification.SecrecyMarks;
import lantai.storage.FixityDigest;

/** A package that has come (DA/T 48-2009). Nothing is fetched, and no entity is resolved. */
public final class EepFile {
    private static final EepCheck CHECK = new EepCheck();

    private final Path path;

    /** @param path the XML file, also in a zip file */
    public EepFile(Path path) {
        this.path = path;
    }

    /**
     * Something about a package.
     *
     * @param grave whether it cannot be taken with it
     * @param code what it is
     * @param message in English, with the values
     */
    public record Fault(boolean grave, String code, String message) {}

    /**
     * One file of a package.
     *
     * @param size as the package says it, in bytes; -1 when it does not
     * @param sha256 of what lies inside; of what should lie beside, as the package says it
     * @param file where it lies now
     */
    public record Document(String name, long size, String sha256, Path file) {}

    /**
     * What a package holds.
     *
     * @param said by the codes of elements, and {@code year}, {@code retention}, {@code category}, {@code kind}, {@code reference-code}
     */
    public record Content(Map<String, String> said, List<Document> documents) {
        public Content {
            said = new TreeMap<>(said);
            documents = List.copyOf(documents);
        }
    }

    /** {@return whether a file looks like a package: XML whose first element is that of one} */
    public static boolean isOne(Path file) {
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            var xml = CanonicalForm.reader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    return xml.getLocalName().equals("电子文件封装包");
                }
            }
            return false;
        } catch (XMLStreamException | IOException other) {
            return false;
        }
    }

    /**
     * Looks at everything in it.
     *
     * @param folder an empty folder for the files that lie inside
     */
    public List<Fault> faults(Path folder) {
        var faults = new ArrayList<Fault>();
        try {
            if (hasDeclaration()) {
                return List.of(new Fault(true, "EEP_DECLARATION", "a document type declaration"));
            }
            CHECK.faults(path).forEach(fault -> faults.add(new Fault(true, "EEP_SCHEMA", fault)));
            switch (EepSeal.state(path)) {
                case EepSeal.State.Whole _ -> {}
                case EepSeal.State.Broken() ->
                    faults.add(new Fault(true, "EEP_SIGNATURE", "what is signed was changed since"));
                case EepSeal.State.Unsigned() ->
                    faults.add(new Fault(false, "EEP_UNSIGNED", "no signature, so nothing proves it unchanged"));
                case EepSeal.State.OtherRule() ->
                    faults.add(new Fault(false, "EEP_OTHER_RULE", "signed by a rule that is not known here"));
            }
            var content = read(folder);
            for (var document : content.documents()) {
                look(document, faults);
            }
            content.said().values().stream()
                    .flatMap(said -> SecrecyMarks.USUAL.in(said).stream())
                    .findFirst()
                    .ifPresent(mark -> faults.add(new Fault(true, "STATE_SECRET", mark)));
        } catch (IOException broken) {
            faults.add(new Fault(true, "EEP_UNREADABLE", String.valueOf(broken.getMessage())));
        }
        return faults;
    }

    /**
     * Takes it apart.
     *
     * @param folder an empty folder for the files that lie inside
     * @throws IOException when it cannot be read to its end
     */
    public Content read(Path folder) throws IOException {
        return new EepReader(path, folder).read();
    }

    private static void look(Document document, List<Fault> faults) throws IOException {
        if (!Files.isRegularFile(document.file(), LinkOption.NOFOLLOW_LINKS)) {
            faults.add(new Fault(true, "FILE_MISSING", document.name()));
            return;
        }
        if (Files.size(document.file()) != document.size()
                || !FixityDigest.of(document.file()).sha256().equals(document.sha256())) {
            faults.add(new Fault(true, "DIGEST_DIFFERS", document.name()));
        }
    }

    private boolean hasDeclaration() throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(path))) {
            var xml = CanonicalForm.reader(in);
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.DTD -> {
                        return true;
                    }
                    case XMLStreamConstants.START_ELEMENT -> {
                        return false;
                    }
                    default -> {}
                }
            }
            return false;
        } catch (XMLStreamException broken) {
            throw new IOException(broken.getMessage(), broken);
        }
    }
}
