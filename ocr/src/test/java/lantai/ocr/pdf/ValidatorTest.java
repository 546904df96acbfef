package lantai.ocr.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** The validator by which our documents are judged, judged itself by the public files that lie beside the project. */
final class ValidatorTest {
    @BeforeAll
    static void startValidator() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @Test
    void itsVerdictIsTheOneInTheNameOfEachFile() throws Exception {
        var named = System.getProperty("lantai.shared", System.getenv("LANTAI_SHARED"));
        var suite = Stream.of(named, "../shared", "../../shared")
                .filter(place -> place != null)
                .map(place -> Path.of(place).resolve("corpus/interop/verapdf"))
                .filter(Files::isDirectory)
                .findFirst();
        assumeTrue(suite.isPresent(), "the suites are not beside the project");
        var expected = new TreeMap<String, Boolean>();
        var judged = new TreeMap<String, Boolean>();
        try (var files = Files.walk(suite.orElseThrow())) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".pdf")).toList()) {
                var name = suite.orElseThrow().relativize(file).toString();
                expected.put(name, name.contains("/pass/"));
                judged.put(name, isCompliant(file, flavour(name)));
            }
        }
        assertThat(expected).hasSizeGreaterThan(40);
        assertThat(judged).isEqualTo(expected);
    }

    private static PDFAFlavour flavour(String name) {
        return PDFAFlavour.byFlavourId(name.substring("PDF_A-".length(), name.indexOf('/')));
    }

    private static boolean isCompliant(Path file, PDFAFlavour flavour) throws Exception {
        try (var bytes = Files.newInputStream(file);
                var parser = Foundries.defaultInstance().createParser(bytes, flavour);
                var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            return validator.validate(parser).isCompliant();
        }
    }
}
