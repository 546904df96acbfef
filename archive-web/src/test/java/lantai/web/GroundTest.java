package lantai.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import lantai.policy.Ground;
import lantai.policy.Grounds;
import lantai.policy.HeldTo;
import lantai.web.problem.ProblemText;
import lantai.web.text.Language;
import lantai.web.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a value is held to has a version where it is a rule of the house, and a name in both languages. */
class GroundTest {
    @TempDir
    private static Path data;

    @Test
    void eachGroundIsARuleInForceOrHasANameOfItsOwn() {
        try (var archive = TestArchive.open(data)) {
            var grounds =
                    archive.doors.database.jdbi().withHandle(handle -> Grounds.inForce(handle, archive.doors.policies));
            for (var ground : Ground.values()) {
                var rule = grounds.of(ground);
                assertThat(rule.version() > 0)
                        .as(ground.name())
                        .isEqualTo(ground.policy().isPresent());
                for (var language : Language.values()) {
                    assertThat(ProblemText.rule(Text.in(language), rule))
                            .isNotBlank()
                            .doesNotContain("{", "problem.", "policy.");
                }
                assertThat(Ground.of(ground.name())).isEqualTo(ground);
            }
            assertThat(ProblemText.rule(Text.in(Language.CHINESE), new HeldTo(Ground.REFERENCE_CODES, 3)))
                    .isEqualTo("“档号编制规则”第 3 版");
        }
    }
}
