package lantai.ingest.reader.child;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import uk.gov.nationalarchives.droid.core.BinarySignatureIdentifier;
import uk.gov.nationalarchives.droid.core.SignatureParseException;
import uk.gov.nationalarchives.droid.core.interfaces.IdentificationMethod;
import uk.gov.nationalarchives.droid.core.interfaces.IdentificationResult;
import uk.gov.nationalarchives.droid.core.interfaces.RequestIdentifier;
import uk.gov.nationalarchives.droid.core.interfaces.resource.FileSystemIdentificationRequest;
import uk.gov.nationalarchives.droid.core.interfaces.resource.RequestMetaData;

/**
 * PRONOM ids by DROID, with the signature files inside DROID's own artifacts. They are loaded when first needed, once for
 * the life of a reader.
 */
final class Pronom {
    private static final String SIGNATURES = "DROID_SignatureFile_V100.xml";
    private static final long SCANNED = 64 * 1024;

    private final BinarySignatureIdentifier binary;
    private final PronomContainers containers;

    Pronom() {
        binary = new BinarySignatureIdentifier();
        try {
            // DROID wants a file
            var copy = Files.createTempFile("signatures", ".xml");
            try (var in = Pronom.class.getClassLoader().getResourceAsStream(SIGNATURES)) {
                if (in == null) {
                    throw new IllegalStateException("not on the class path: " + SIGNATURES);
                }
                Files.write(copy, in.readAllBytes());
            }
            binary.setSignatureFile(copy.toString());
            binary.init();
            binary.setMaxBytesToScan(SCANNED);
            Files.delete(copy);
            containers = PronomContainers.load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SignatureParseException e) {
            throw new IllegalStateException("not a signature file: " + SIGNATURES, e);
        }
    }

    /** {@return the format of a file; the most specific one when several match, none when none does} */
    Match identify(Path file, String name) throws IOException {
        var about = new RequestMetaData(Files.size(file), 0L, name);
        var id = new RequestIdentifier(file.toUri());
        id.setParentId(1L);
        try (var request = new FileSystemIdentificationRequest(about, id)) {
            request.open(file);
            var found = binary.matchBinarySignatures(request);
            binary.removeLowerPriorityHits(found);
            var puid = found.getResults().stream()
                    .filter(result -> result.getMethod() == IdentificationMethod.BINARY_SIGNATURE)
                    .min(Comparator.comparing((IdentificationResult result) -> !fits(result, name)))
                    .map(IdentificationResult::getPuid)
                    .orElse("");
            var inner = containers.identify(file, puid);
            return match(inner.isEmpty() ? puid : inner);
        } catch (RuntimeException e) {
            // a broken file may break the scan; the media type is known all the same
            return Match.NONE;
        }
    }

    private boolean fits(IdentificationResult result, String name) {
        var dot = name.lastIndexOf('.');
        var extension = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        var format = binary.getSigFile().getFileFormat(result.getPuid());
        return format != null && format.hasMatchingExtension(extension);
    }

    /** {@return an id with the name of its format} */
    Match match(String puid) {
        if (puid.isEmpty()) {
            return Match.NONE;
        }
        var format = binary.getSigFile().getFileFormat(puid);
        if (format == null) {
            return new Match(puid, "");
        }
        var version = format.getVersion();
        return new Match(
                puid, version == null || version.isBlank() ? format.getName() : format.getName() + " " + version);
    }

    /** A PRONOM id and the name of its format; both empty when nothing matches. */
    record Match(String puid, String name) {
        static final Match NONE = new Match("", "");
    }
}
