package lantai.ingest.sample;

import java.io.IOException;
import java.nio.file.Path;

/** Writes a sample in a process of its own, because drawing pages takes memory that the supervisor does without. */
public final class SampleMain {
    private SampleMain() {}

    /** Writes the sample of the size named second into the folder named first. */
    public static void main(String[] arguments) throws IOException {
        SampleArchive.write(Path.of(arguments[0]), SampleSize.valueOf(arguments[1]));
    }
}
