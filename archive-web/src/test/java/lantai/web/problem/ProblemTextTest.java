package lantai.web.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lantai.ingest.workflow.WorkflowRule;
import lantai.problem.Malformed;
import lantai.problem.Problem;
import lantai.web.text.Language;
import lantai.web.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each constant of each Problem enum has its text in both languages. A failure prints the lines to paste. */
class ProblemTextTest {
    private static final Set<String> CONSOLE = Set.of("lantai.web.launch", "lantai.web.command");

    private static List<String> keys() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("lantai").stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(Problem.class))
                        // told on the console only, in the words of its own bundle
                        .filter(type -> !CONSOLE.contains(type.getPackageName()))
                        .flatMap(type -> Stream.of(type.reflect().getEnumConstants()))
                        .map(constant -> ProblemText.key((Problem) constant))
                        .toList();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void eachProblemHasItsText(Language language) {
        var text = Text.in(language);
        assertThat(keys()).hasSizeGreaterThan(20);
        assertThat(keys())
                .filteredOn(key -> !text.has(key))
                .as("paste into lantai/web/problem")
                .isEmpty();
    }

    @Test
    void aStateInARefusalIsToldByItsName() {
        var nobody = WorkflowRule.SHIPPED.replace("\"roles\": [\"APPRAISER\", \"ARCHIVIST\"],", "");
        assertThatThrownBy(() -> WorkflowRule.parse(nobody)).isInstanceOfSatisfying(Malformed.class, refusal -> {
            assertThat(ProblemText.of(Text.in(Language.CHINESE), refusal))
                    .contains("鉴定")
                    .doesNotContain("APPRAISE");
            assertThat(ProblemText.of(Text.in(Language.ENGLISH), refusal)).contains("appraisal");
        });
    }
}
