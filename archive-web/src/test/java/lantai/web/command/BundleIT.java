package lantai.web.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import lantai.web.Staff;
import lantai.web.review.Scans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one file is carried to a machine without a network, installed and used there. */
class BundleIT {
    /** In a network of its own without routes: starts the archive, verifies it, reads a scan, and says how that ended. */
    private static final String ALONE = """
            ip link set lo up || exit 90
            [ -z "$(ip route)" ] || exit 91
            "$1/lantai" run --data "$2" --port 8399 >"$2.log" 2>&1 &
            server=$!
            waited=0
            until grep -q 'Lantai is ready' "$2.log" || [ $waited -gt 1200 ]; do
              kill -0 $server || exit 92
              read -r -t 0.25 _ <> <(:) || true
              waited=$((waited + 1))
            done
            "$1/lantai" verify --data "$2" && "$1/lantai" ocr "$3" --out "$2.out"
            ended=$?
            kill $server
            wait $server
            exit $ended
            """;

    @TempDir
    private Path folder;

    private record Ended(int code, String output) {}

    private Ended run(String... words) throws IOException, InterruptedException {
        var output = Files.createTempFile(folder, "output", "");
        var builder = new ProcessBuilder(List.of(words))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .redirectInput(Path.of("/dev/null").toFile());
        builder.environment().remove("JAVA_HOME");
        var process = builder.start();
        try {
            assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
        return new Ended(process.exitValue(), Files.readString(output));
    }

    @Test
    void oneFileInstallsAndRunsWithoutANetwork() throws Exception {
        assumeTrue(
                run("unshare", "-n", "ip", "link", "set", "lo", "up").code() == 0,
                "no network of its own can be made here");
        var file = folder.resolve("lantai.run");
        var made = Staff.command("bundle", "--to", file.toString());
        assertThat(made.code()).as(made.output()).isZero();
        assertThat(Staff.command("bundle", "--to", file.toString()).code())
                .as("nothing is overwritten")
                .isEqualTo(2);

        var installed = folder.resolve("installed");
        var said = run("sh", file.toString(), installed.toString());
        assertThat(said.code()).as(said.output()).isZero();
        assertThat(run("sh", file.toString(), installed.toString()).output())
                .as("not into a folder with something in it")
                .contains("is not empty");

        var paper = Files.write(folder.resolve("scan.png"), Scans.png(Scans.page("样例市医疗保障局", "2025年3月12日")));
        var alone = run(
                "unshare",
                "-n",
                "bash",
                "-c",
                ALONE,
                "bash",
                installed.toString(),
                folder.resolve("data").toString(),
                paper.toString());
        assertThat(alone.code()).as(alone.output()).isZero();
        assertThat(folder.resolve("data.out/scan.txt")).content(UTF_8).contains("2025年3月12日");

        Files.write(file, new byte[] {0}, StandardOpenOption.APPEND);
        assertThat(run("sh", file.toString(), folder.resolve("other").toString())
                        .output())
                .contains("damaged");
    }
}
