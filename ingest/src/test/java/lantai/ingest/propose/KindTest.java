package lantai.ingest.propose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The kinds of documents of an agency, known by the titles they usually bear. */
class KindTest {
    private static final Proposer PROPOSER = new Proposer(KindRules.standard(), Learned.nothing());
    private static final Pattern BLANK = Pattern.compile(" ");

    /** Lines of category, kind (or {@code -}) and title. */
    static List<String> titles() throws IOException {
        try (InputStream in = KindTest.class.getResourceAsStream("titles.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("titles")
    void theTitleAloneTellsCategoryAndKind(String line) {
        List<String> parts = BLANK.splitAsStream(line).toList();
        Proposal proposal = PROPOSER.propose(new ReadDocument(
                "scan.pdf", "", "application/pdf", List.of(), parts.get(2) + "\n样例测试页，以下内容略。\n", Map.of()));
        assertThat(proposal.value(Field.CATEGORY)).contains(parts.get(0));
        if (!parts.get(1).equals("-")) {
            assertThat(proposal.value(Field.KIND)).contains(parts.get(1));
        }
        assertThat(proposal.value(Field.TITLE)).contains(parts.get(2));
    }
}
