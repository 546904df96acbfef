package lantai.inspection;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One self-inspection. Its points are those of the checklist that was in force when it was opened.
 *
 * @param title for example 2026年11月自查
 * @param listTitle of the checklist
 * @param closedAt when its points were all answered and it was closed; findings are mended afterwards too
 */
public record Inspection(
        UUID id,
        String title,
        String listTitle,
        String openedBy,
        Instant openedAt,
        Optional<String> closedBy,
        Optional<Instant> closedAt,
        List<Answer> answers) {
    public Inspection {
        answers = List.copyOf(answers);
    }

    /** {@return the answers under their sections, in the order of the checklist} */
    public Map<String, List<Answer>> sections() {
        return answers.stream()
                .collect(Collectors.groupingBy(
                        answer -> answer.point().section(), LinkedHashMap::new, Collectors.toList()));
    }

    /** {@return how many points have this verdict} */
    public long count(Verdict verdict) {
        return answers.stream().filter(answer -> answer.verdict() == verdict).count();
    }

    /** {@return how many findings wait to be mended} */
    public long waiting() {
        return answers.stream().filter(Answer::waits).count();
    }
}
