package lantai.ingest.reader;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Stands for a server that is killed: reads one file, prints the reader's process id, and waits. */
final class LonelyServer {
    private LonelyServer() {}

    public static void main(String[] arguments) throws InterruptedException {
        var folder = Path.of(arguments[1]);
        var readers = new Readers(
                ReaderSettings.ofThisMachine(System.getProperty("java.class.path"), folder.resolve("temporary")));
        readers.read(Path.of(arguments[0]), "good.pdf", folder.resolve("out"));
        System.out.println(readers.processes().iterator().next());
        new CountDownLatch(1).await();
    }
}
