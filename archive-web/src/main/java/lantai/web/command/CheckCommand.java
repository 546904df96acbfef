package lantai.web.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import lantai.account.Right;
import lantai.check.Said;
import lantai.check.Stage;
import lantai.check.Verdict;
import lantai.problem.Malformed;
import lantai.web.check.CheckWords;
import lantai.web.remote.Remote;
import lantai.web.text.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code ./lantai check}: carries out the four-property check (四性检测, DA/T 70-2018) over the archive or a part of it and prints its
 * report. Exit code 1 when an item failed that stops a record; what only warns, and what was not run, does not change it.
 */
@Command(name = "check", mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    private static final int MOST_FAILURES = 50;
    private static final long GLANCE = TimeUnit.MILLISECONDS.toNanos(300);

    private final Console console;
    private final Tokens tokens;
    private final CheckWords chinese = CheckWords.in(Language.CHINESE);
    private final CheckWords english = CheckWords.in(Language.ENGLISH);

    @Mixin
    private Connection connection = new Connection();

    @Option(names = "--stage", paramLabel = "STAGE")
    private String stage = Stage.LONG_TERM.word();

    @Option(names = "--fonds", paramLabel = "NUMBER")
    private @Nullable String fonds;

    @Option(names = "--category", paramLabel = "CODE")
    private @Nullable String category;

    @Option(names = "--year", paramLabel = "YEAR")
    private @Nullable Integer year;

    @Option(names = "--every", paramLabel = "N")
    private int every = 1;

    CheckCommand(Console console, Map<String, String> environment, InstantSource clock) {
        this.console = console;
        this.tokens = new Tokens(environment, clock);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (Stage.of(stage).isEmpty()) {
            throw new Malformed(
                    CommandProblem.STAGE_WRONG,
                    stage,
                    Arrays.stream(Stage.values()).map(Stage::word).collect(Collectors.joining(", ")));
        }
        try (var remote = connection.open(tokens, Right.FILE)) {
            return check(remote);
        }
    }

    private int check(Remote remote) throws InterruptedException {
        try {
            var run = await(remote, remote.post("checks", order()));
            if (!run.has("report")) {
                console.remark("command.check.no-report", console.both("check.state." + text(run, "state")));
                return Main.NOT_DONE;
            }
            var report = text(run, "report");
            var content = remote.get("checks/" + report + "/content");
            tell(content);
            console.line(remote.server().resolve("/checks/reports/" + report).toString());
            return text(content, "verdict").equals(Verdict.FAILED.name()) ? 1 : 0;
        } catch (IOException cut) {
            throw NoAnswer.of(cut, remote.server());
        }
    }

    private Map<String, Object> order() {
        var order = new HashMap<String, Object>(Map.of("stage", stage, "every", every));
        putIfGiven(order, "fonds", fonds);
        putIfGiven(order, "category", category);
        putIfGiven(order, "year", year);
        return order;
    }

    private static void putIfGiven(Map<String, Object> order, String name, @Nullable Object value) {
        if (value != null) {
            order.put(name, value);
        }
    }

    /** Waits until the run is done or somebody has cancelled it. */
    private JsonNode await(Remote remote, JsonNode ordered) throws IOException, InterruptedException {
        var run = ordered;
        var told = -1;
        while (text(run, "state").equals("RUNNING") || text(run, "state").equals("PAUSED")) {
            var tenth = run.path("done").asInt()
                    * 10
                    / Math.max(1, run.path("total").asInt());
            if (tenth != told) {
                told = tenth;
                console.remark(
                        "check.progress",
                        run.path("done").asInt(),
                        run.path("total").asInt());
            }
            LockSupport.parkNanos(GLANCE);
            run = remote.get("checks/runs/" + text(run, "id"));
        }
        return run;
    }

    private void tell(JsonNode content) {
        console.say("check.report", text(content, "number"));
        for (var property : content.path("dimensions")) {
            console.say("check.property." + text(property, "property"));
            property.path("rules").forEach(this::tellRule);
        }
        var failures = content.path("failures");
        for (var i = 0; i < Math.min(MOST_FAILURES, failures.size()); i++) {
            tellFailure(failures.get(i));
        }
        var more = failures.size()
                - MOST_FAILURES
                + content.path("failuresLeftOut").asInt();
        if (more > 0) {
            console.say("command.check.more", more);
        }
        console.say(
                "command.check.verdict",
                both("check.verdict." + text(content, "verdict")),
                content.path("found").path("records").asInt());
    }

    private void tellRule(JsonNode rule) {
        var counts = rule.path("counts");
        var why = rule.path("reasons").isEmpty()
                ? ""
                : "  " + sentence(rule.path("reasons").get(0));
        console.line("  %-8s %s  %s%s%s"
                .formatted(
                        text(rule, "code"),
                        console.both("check.outcome." + text(rule, "result")),
                        console.both("check.rule." + text(rule, "rule")),
                        counts.path("failed").asInt() == 0
                                ? ""
                                : "  × " + counts.path("failed").asInt(),
                        why));
    }

    private void tellFailure(JsonNode failure) {
        for (var finding : failure.path("findings")) {
            console.line("! %s  %s  %s  %s"
                    .formatted(
                            text(failure, "code"),
                            console.both("check.severity." + text(failure, "severity")),
                            text(failure, "target"),
                            sentence(finding)));
        }
    }

    private Console.Said both(String key) {
        return new Console.Said(chinese.text().say(key), english.text().say(key));
    }

    private String sentence(JsonNode finding) {
        var values = finding.path("values").valueStream().map(JsonNode::asText).toList();
        var said = new Said(text(finding, "code"), values);
        return chinese.of(said) + " / " + english.of(said);
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asText();
    }
}
