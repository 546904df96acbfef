package lantai.ingest.reader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lantai.ingest.reader.wire.ChildSettings;
import lantai.ingest.reader.wire.Line;

/**
 * The command line of one child.
 *
 * @param main name of its main class
 * @param settings settings of all readers
 * @param heapMegabytes its largest heap
 * @param temporary its own temporary folder
 */
record ChildCommand(String main, ReaderSettings settings, int heapMegabytes, Path temporary) {
    static final String READER = "lantai.ingest.reader.child.ReaderMain";
    static final String TIKA = "lantai.ingest.reader.child.TikaMain";
    static final String OCR = "lantai.ingest.reader.child.OcrMain";

    /** What HotSpot exits with under ExitOnOutOfMemoryError. */
    static final int OUT_OF_MEMORY = 3;

    private static final Path NICE = Path.of("/usr/bin/nice");

    Process start() throws IOException {
        Files.createDirectories(temporary);
        var builder = new ProcessBuilder(line());
        builder.directory(temporary.toFile());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        // not as an argument: the ONNX runtime crashes a process whose command line is longer than 4 KB
        builder.environment().put("CLASSPATH", settings.classPath());
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        return builder.start();
    }

    private List<String> line() {
        var line = new ArrayList<String>();
        if (Files.isExecutable(NICE)) {
            // people working at the screens come first
            line.addAll(List.of(NICE.toString(), "-n", "5"));
        }
        line.add(settings.java().toString());
        line.add("-Xmx" + heapMegabytes + "m");
        if (main.equals(OCR)) {
            // what a large page needed is given back with the next sweep
            line.addAll(List.of(
                    "-Xms" + Math.min(256, heapMegabytes) + "m", "-XX:MaxHeapFreeRatio=40", "-XX:-ShrinkHeapInSteps"));
        } else {
            // parsers run too much code too seldom for the second compiler: half the processor time of a reader's life
            line.add("-XX:TieredStopAtLevel=1");
        }
        line.addAll(List.of(
                "-Xss4m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=/dev/null",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Djava.awt.headless=true",
                "-Djavax.xml.accessExternalDTD=",
                "-Djavax.xml.accessExternalSchema=",
                "-Djava.net.useSystemProxies=false",
                "-Dlog4j2.disableJmx=true",
                "-Dorg.apache.logging.log4j.level=ERROR",
                "-Dpdfbox.fontcache=" + settings.temporary(),
                "-Djava.io.tmpdir=" + temporary));
        line.addAll(List.of(main, Line.of(childSettings())));
        return line;
    }

    private ChildSettings childSettings() {
        var font = settings.chineseFont();
        var models = settings.ocr().models();
        return new ChildSettings(
                settings.limits().outputBytes(),
                font == null ? null : font.toString(),
                settings.ocr().engine().code(),
                models == null ? null : models.toString(),
                settings.ocr().threads());
    }
}
