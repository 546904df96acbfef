package lantai.web.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the front door says before there is a JDK that could run the commands. */
class FrontDoorTest {
    @TempDir
    private Path jdks;

    @Test
    void aJdkThatIsTooOldIsNamedInOneSentence() throws Exception {
        jdk("jdk-11", "11.0.2");
        jdk("jdk-17", "17.0.9");
        assertThat(said())
                .singleElement()
                .asString()
                .contains("只找到 JDK 17，兰台要 25 或更新版本")
                .contains("Only JDK 17 was found, Lantai wants 25 or newer");
    }

    @Test
    void noJdkAtAllIsToldInOneSentence() throws Exception {
        Files.createDirectory(jdks.resolve("something else"));
        assertThat(said()).singleElement().asString().contains("没有找到 JDK 25").contains("No JDK 25 or newer was found");
    }

    private void jdk(String name, String version) throws IOException {
        var compiler = jdks.resolve(name).resolve("bin/javac");
        Files.createDirectories(compiler.getParent());
        Files.createFile(compiler).toFile().setExecutable(true);
        Files.writeString(jdks.resolve(name).resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    }

    private java.util.List<String> said() throws Exception {
        var builder = new ProcessBuilder("../lantai", "run").redirectErrorStream(true);
        builder.environment().put("LANTAI_JDK_FOLDERS", jdks.toString());
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(said).isEqualTo(2);
        return said.lines().toList();
    }
}
