package lantai.web.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import lantai.web.LantaiServer;
import lantai.web.Staff;
import org.junit.jupiter.api.Test;

/** The list of libraries against the libraries. */
class BomIT {
    @Test
    void everyDeliveredLibraryStandsInTheListWithVersionDigestAndLicence()
            throws IOException, GeneralSecurityException {
        assumeTrue(
                Files.exists(LantaiServer.distribution().resolve("bom.json")),
                "built without a network, so without the list");
        var said = Staff.command("bom");
        assertThat(said.code()).isZero();
        var bom = new ObjectMapper().readTree(said.output());
        assertThat(bom.path("bomFormat").asText()).isEqualTo("CycloneDX");
        var listed = new TreeMap<String, JsonNode>();
        bom.path("components").forEach(component -> digest(component, listed));
        var missing = new TreeSet<String>();
        try (var files = Files.list(LantaiServer.distribution().resolve("lib"))) {
            for (var jar :
                    files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                var digest = HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar)));
                var name = String.valueOf(jar.getFileName());
                if (!name.matches("(archive-core|archive-web|ingest|ocr)-0\\.1\\.0\\.jar")
                        && listed.remove(digest) == null) {
                    missing.add(name);
                }
            }
        }
        assertThat(missing).as("delivered and not in the list").isEmpty();
        assertThat(bom.path("components"))
                .hasSizeGreaterThan(100)
                .allSatisfy(component ->
                        assertThat(component.path("version").asText()).isNotEmpty());
        var licences = Staff.command("bom", "--licences").output().lines().toList();
        assertThat(licences)
                .hasSize(bom.path("components").size())
                .allSatisfy(line -> assertThat(line.split("\t", -1)).hasSize(3).doesNotContain(""));
    }

    private static void digest(JsonNode component, Map<String, JsonNode> listed) {
        component.path("hashes").forEach(hash -> {
            if (hash.path("alg").asText().equals("SHA-256")) {
                listed.put(hash.path("content").asText(), component);
            }
        });
    }
}
