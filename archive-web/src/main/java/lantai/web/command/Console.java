package lantai.web.command;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import lantai.problem.ArchiveException;
import lantai.web.problem.ProblemText;
import lantai.web.text.Language;
import lantai.web.text.Text;

/** The terminal, spoken to in Chinese and English at once, for nobody has told yet which one he reads. Thread-safe. */
final class Console {
    private final PrintWriter out;
    private final PrintWriter err;
    private final Text chinese = Text.in(Language.CHINESE);
    private final Text english = Text.in(Language.ENGLISH);

    Console(PrintStream out, PrintStream err) {
        this.out = writer(out);
        this.err = writer(err);
    }

    /** Terminals of archives speak UTF-8, whatever the locale of a service account says. */
    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    PrintWriter out() {
        return out;
    }

    PrintWriter err() {
        return err;
    }

    /** Prints one text in both languages on one line. */
    void say(String key, Object... values) {
        out.println(both(key, values));
    }

    /** Prints one line as it is, for programs and tables. */
    void line(String line) {
        out.println(line);
    }

    /** Remarks something beside the output that a program reads. */
    void remark(String key, Object... values) {
        err.println(both(key, values));
    }

    String both(String key, Object... values) {
        return chinese.say(key, values(Said::chinese, values)) + " / "
                + english.say(key, values(Said::english, values));
    }

    private static Object[] values(Function<Said, String> language, Object... values) {
        return Arrays.stream(values)
                .map(value -> value instanceof Said said ? language.apply(said) : value)
                .toArray();
    }

    /** A value that is itself words. */
    record Said(String chinese, String english) {}

    /** Tells in words why something was not done. */
    void complain(ArchiveException failure) {
        var key = key(failure);
        err.println(
                english.has(key)
                        ? both(key, failure.values().toArray())
                        : ProblemText.of(chinese, failure) + " / " + ProblemText.of(english, failure));
    }

    /** A failure of ours: the person at the terminal is the one who can report it. */
    void complain(Exception failure) {
        err.println(both("command.failed", failure));
        failure.printStackTrace(err);
    }

    /** The text of a problem: {@code launch.port-taken} for {@code PORT_TAKEN} of {@code lantai.web.launch}. */
    private static String key(ArchiveException failure) {
        var feature = failure.problem().getClass().getPackageName();
        return feature.substring(feature.lastIndexOf('.') + 1)
                + '.'
                + failure.problem().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
