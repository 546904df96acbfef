package lantai.ingest.transcribe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import lantai.ingest.transcribe.Transcriber.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that put speech into words, well and badly behaved, as real processes. */
class CommandTranscriberTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private Path recording;

    @BeforeEach
    void record() throws IOException {
        recording = Files.writeString(folder.resolve("master.wav"), "样例录音");
        Files.createDirectory(folder.resolve("temporary"));
    }

    private Outcome outcome(String script, Duration longest) throws IOException {
        var program = Files.writeString(folder.resolve("program.sh"), "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        var outcome = new CommandTranscriber(program, longest, folder.resolve("temporary")).transcribe(recording);
        assertThat(folder.resolve("temporary")).as("nothing is left behind").isEmptyDirectory();
        return outcome;
    }

    @Test
    void itsLinesComeWithTheirMoments() throws IOException {
        var outcome = outcome("""
                cat <<'END'
                WEBVTT - 样例

                NOTE 这是注释
                不是说话

                2
                01:02:03.500 --> 01:02:09.000 align:start
                下一位；<b>请</b>
                到二号窗口

                1
                00:02.250 --> 00:04.000
                <v 工作人员>您好 &amp; 请坐</v>
                END
                """, LONG);

        assertThat(outcome)
                .isEqualTo(
                        new Outcome.Heard(List.of(new SpokenLine(2, "您好 & 请坐"), new SpokenLine(3723, "下一位；请 到二号窗口"))));
        assertThat(new SpokenLine(2, "您好").asMoment()).isEqualTo("00:02 您好");
        assertThat(new SpokenLine(3723, "下一位；请").asMoment()).isEqualTo("1:02:03 下一位，请");
    }

    @Test
    void itSeesACopyAndNothingOfTheServersEnvironment() throws IOException {
        var outcome = outcome("""
                echo spoilt > "$1"
                echo WEBVTT
                echo
                echo '00:01.000 --> 00:02.000'
                env | grep -v -E '^(PATH|LANG|PWD|OLDPWD|SHLVL|_)=' | cut -d= -f1 | tr '\\n' ' '
                echo seen
                """, LONG);

        assertThat(outcome).isEqualTo(new Outcome.Heard(List.of(new SpokenLine(1, "seen"))));
        assertThat(recording).hasContent("样例录音");
    }

    @Test
    void whatGoesWrongIsNamed() throws IOException {
        assertThat(outcome("echo no model >&2; exit 3", LONG)).isEqualTo(new Outcome.Failed("program", "no model"));
        assertThat(outcome("echo 您好", LONG)).isEqualTo(new Outcome.Failed("form", ""));
        assertThat(outcome("yes", LONG)).isEqualTo(new Outcome.Failed("output", ""));
        assertThat(outcome("echo WEBVTT", LONG)).isEqualTo(new Outcome.Heard(List.of()));
    }

    @Test
    void aProgramThatGoesOnForEverIsKilledWithWhatItStarted() throws IOException {
        var outcome = outcome("sleep 4711 & echo $! > " + folder.resolve("pid") + "; wait", Duration.ofSeconds(1));

        assertThat(outcome).isEqualTo(new Outcome.Failed("time", ""));
        var child = ProcessHandle.of(
                Long.parseLong(Files.readString(folder.resolve("pid")).strip()));
        child.ifPresent(process -> process.onExit().join());
        assertThat(child.map(ProcessHandle::isAlive).orElse(false)).isFalse();
    }
}
