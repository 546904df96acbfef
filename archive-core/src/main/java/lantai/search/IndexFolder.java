package lantai.search;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import lantai.problem.ArchiveException;
import lantai.problem.Damaged;
import lantai.problem.Unavailable;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;

/**
 * The files of the index.
 *
 * @param path the folder
 */
record IndexFolder(Path path) {
    private static final String FORMAT = "format";
    private static final String POSITION = "outboxPosition";
    /** Another number whenever the same item would be indexed otherwise. */
    private static final String OUR_FORMAT = "1";

    Directory open() {
        try {
            Files.createDirectories(path);
            return FSDirectory.open(path);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    IndexWriter writer(Directory directory, double bufferMegabytes) {
        var config = new IndexWriterConfig()
                .setRAMBufferSizeMB(bufferMegabytes)
                .setCommitOnClose(false)
                .setSimilarity(new EvenSimilarity());
        try {
            return new IndexWriter(directory, config);
        } catch (IOException | IllegalArgumentException e) {
            throw e instanceof IOException failed ? failure(failed) : damaged(e);
        }
    }

    /** {@return the position in the commit that the writer was opened on, 0 when there is none} */
    long position(IndexWriter writer) {
        long position = 0;
        if (writer.getLiveCommitData() != null) {
            for (var entry : writer.getLiveCommitData()) {
                if (entry.getKey().equals(FORMAT) && !entry.getValue().equals(OUR_FORMAT)) {
                    throw new Damaged(
                            SearchProblem.INDEX_DAMAGED,
                            path,
                            "it has format " + entry.getValue() + ", expected " + OUR_FORMAT);
                }
                position = entry.getKey().equals(POSITION) ? Long.parseLong(entry.getValue()) : position;
            }
        }
        return position;
    }

    static Map<String, String> commitData(long position) {
        return Map.of(FORMAT, OUR_FORMAT, POSITION, String.valueOf(position));
    }

    /** {@return what a failure of the files means: damage, or a reason to try later} */
    ArchiveException failure(IOException failure) {
        return switch (failure) {
            case CorruptIndexException e -> damaged(e);
            case IndexFormatTooOldException e -> damaged(e);
            case IndexFormatTooNewException e -> damaged(e);
            case EOFException e -> damaged(e);
            case NoSuchFileException e -> damaged(e);
            case java.io.FileNotFoundException e -> damaged(e);
            case LockObtainFailedException e -> caused(new Unavailable(SearchProblem.INDEX_IN_USE, path), e);
            default -> unavailable(failure);
        };
    }

    ArchiveException unavailable(Exception cause) {
        return caused(new Unavailable(SearchProblem.INDEX_UNAVAILABLE, path, cause.toString()), cause);
    }

    private ArchiveException damaged(Exception cause) {
        return caused(new Damaged(SearchProblem.INDEX_DAMAGED, path, cause.toString()), cause);
    }

    private static ArchiveException caused(ArchiveException failure, Exception cause) {
        failure.initCause(cause);
        return failure;
    }
}
