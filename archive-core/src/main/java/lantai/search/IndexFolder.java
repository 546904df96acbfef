package lantai.search;

import java.io.Closeable;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Map;
import lantai.problem.ArchiveException;
import lantai.problem.Damaged;
import lantai.problem.Unavailable;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

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

    /**
     * The index while it is open.
     *
     * @param directory the files
     * @param writer takes in changes
     * @param searchers show them
     * @param position the outbox position of the commit it was opened on, 0 when there is none
     */
    record Opened(Directory directory, IndexWriter writer, SearcherManager searchers, long position)
            implements Closeable {
        @Override
        public void close() throws IOException {
            IOUtils.close(searchers, writer, directory);
        }
    }

    /** Opens the index; after a failure nothing of it stays open. */
    Opened open(double bufferMegabytes) {
        var open = new ArrayDeque<Closeable>();
        try {
            Files.createDirectories(path);
            var directory = FSDirectory.open(path);
            open.push(directory);
            var writer = new IndexWriter(directory, config(bufferMegabytes));
            open.push(writer);
            long position = position(writer);
            return new Opened(directory, writer, new SearcherManager(writer, new EvenSearchers()), position);
        } catch (IOException e) {
            IOUtils.closeWhileHandlingException(open);
            throw failure(e);
        } catch (IllegalArgumentException e) {
            IOUtils.closeWhileHandlingException(open);
            throw damaged(e);
        }
    }

    /** {@return how large its files are together} */
    long bytes() {
        try (var files = Files.list(path)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException failure) {
            throw failure(failure);
        }
    }

    private static IndexWriterConfig config(double bufferMegabytes) {
        // forceMergeDeletes drops every deleted item, not only where many were deleted
        var merging = new TieredMergePolicy().setForceMergeDeletesPctAllowed(0);
        return new IndexWriterConfig()
                .setMergePolicy(merging)
                .setRAMBufferSizeMB(bufferMegabytes)
                .setCommitOnClose(false)
                .setSimilarity(new EvenSimilarity());
    }

    private static long position(IndexWriter writer) {
        long position = 0;
        if (writer.getLiveCommitData() != null) {
            for (var entry : writer.getLiveCommitData()) {
                if (entry.getKey().equals(FORMAT) && !entry.getValue().equals(OUR_FORMAT)) {
                    throw new IllegalArgumentException(
                            "the index has format " + entry.getValue() + ", expected " + OUR_FORMAT);
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
            case FileNotFoundException e -> damaged(e);
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

    /** Searchers that score by {@link EvenSimilarity}. */
    private static final class EvenSearchers extends SearcherFactory {
        @Override
        public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
            var searcher = new IndexSearcher(reader);
            searcher.setSimilarity(new EvenSimilarity());
            return searcher;
        }
    }
}
