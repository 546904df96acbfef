package lantai.search;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.ObjLongConsumer;
import lantai.access.Visibility;
import lantai.problem.Damaged;
import lantai.problem.Malformed;
import lantai.problem.Unavailable;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.util.IOUtils;

/**
 * The full-text index of the archive, in one folder, open in one process.
 *
 * <p>Three steps make a change seen and safe: {@link #apply} takes it in, {@link #refresh} shows it to searches,
 * {@link #commit} makes it survive a crash, together with the outbox position it came from. After a crash the index is as
 * of the last commit; feeding it again everything after {@link #committedPosition} brings it up to date, and what was
 * applied before does no harm.
 *
 * <p>Thread-safe: searches run beside each other and beside changes; changes run one after another.
 */
public final class SearchIndex implements AutoCloseable {
    private static final Logger LOG = System.getLogger(SearchIndex.class.getName());
    private static final long MOST_COMPARED = 1L << 30;

    private final IndexFolder folder;
    private final IndexFolder.Opened files;
    private final SearchSettings settings;
    private final NumberKeys keys;
    private final ItemDocuments documents;
    private final FacetCounter facets = new FacetCounter();
    /** The versions applied since the last refresh, which the searcher does not know; none for an item removed. */
    private final Map<UUID, OptionalLong> unseen = new HashMap<>();

    private volatile long committed;
    private long applied;

    private SearchIndex(IndexFolder folder, SearchSettings settings) {
        this.folder = folder;
        this.settings = settings;
        this.keys = new NumberKeys(settings.personalNumberHash());
        this.documents = new ItemDocuments(keys);
        this.files = folder.open(settings.bufferMegabytes());
        this.committed = files.position();
        this.applied = committed;
    }

    /**
     * Opens the index, an empty one in an empty folder.
     *
     * @throws Damaged when its files are broken or of another format: delete the folder and build it anew
     * @throws Unavailable when another process has it open, or the folder cannot be used
     */
    public static SearchIndex open(Path folder, SearchSettings settings) {
        return new SearchIndex(new IndexFolder(folder), settings);
    }

    /**
     * Opens the index. One whose files are broken is put aside, as {@code NAME.damaged}, and an empty one begun, which takes in
     * everything again. The bytes of an index of up to a gigabyte are all compared with their checksums.
     *
     * @throws Unavailable when another process has it open, or the folder cannot be used
     */
    public static SearchIndex openOrBegin(Path folder, SearchSettings settings) {
        try {
            return sound(folder, settings);
        } catch (Damaged damaged) {
            LOG.log(Level.WARNING, "the index is damaged and is built anew", damaged);
            try {
                var aside = folder.resolveSibling(folder.getFileName() + ".damaged");
                IOUtils.rm(aside);
                Files.move(folder, aside);
            } catch (IOException failure) {
                throw new IndexFolder(folder).unavailable(failure);
            }
            return open(folder, settings);
        }
    }

    private static SearchIndex sound(Path folder, SearchSettings settings) {
        var index = open(folder, settings);
        try {
            if (index.folder.bytes() <= MOST_COMPARED) {
                index.checkIntegrity();
            }
            return index;
        } catch (Damaged damaged) {
            index.close();
            throw damaged;
        }
    }

    /**
     * Takes in changes, in order. Changes of one item older than what is known of it are passed over.
     *
     * @param outboxPosition the position of the last of them; kept by the next {@link #commit}
     * @throws Unavailable when the disk refuses; the index has to be closed and opened again then
     */
    public synchronized void apply(List<Change> changes, long outboxPosition) {
        try {
            for (var change : changes) {
                switch (change) {
                    case Change.Put(var item) -> put(item);
                    case Change.Remove(var id) -> {
                        files.writer().deleteDocuments(idTerm(id));
                        unseen.put(id, OptionalLong.empty());
                    }
                }
            }
            applied = Math.max(applied, outboxPosition);
        } catch (IOException e) {
            throw folder.failure(e);
        } catch (AlreadyClosedException e) {
            throw folder.unavailable(e);
        }
    }

    /** {@return the outbox position up to which changes are safe on disk; 0 for a new index} */
    public long committedPosition() {
        return committed;
    }

    /** Makes everything applied so far safe on disk. */
    public synchronized void commit() {
        try {
            files.writer().setLiveCommitData(IndexFolder.commitData(applied).entrySet());
            files.writer().commit();
            committed = applied;
        } catch (IOException e) {
            throw folder.failure(e);
        } catch (AlreadyClosedException e) {
            throw folder.unavailable(e);
        }
    }

    /** Shows everything applied so far to the searches that begin after it. */
    public synchronized void refresh() {
        try {
            files.searchers().maybeRefreshBlocking();
            unseen.clear();
        } catch (IOException e) {
            throw folder.failure(e);
        } catch (AlreadyClosedException e) {
            throw folder.unavailable(e);
        }
    }

    /**
     * Answers a question with items the viewer may see.
     *
     * @throws Malformed when the text is too long or the cursor is not of this question
     */
    public SearchPage search(SearchQuery query, Visibility visibility) {
        var parsed = new QueryReader(settings, keys).read(query.text());
        var search = new Search(query, parsed, matcher(parsed), settings, facets);
        return reading(searcher -> search.run(searcher, VisibilityFilter.of(visibility)));
    }

    /** {@return what finds the words of a question in the text of a page, for the boxes of the viewer} */
    public TextMatch matcher(SearchQuery query) {
        return matcher(new QueryReader(settings, keys).read(query.text()));
    }

    /** Drops what deleted items have left in the files, and makes that safe on disk; rewrites the segments that hold some. */
    public synchronized void expunge() {
        try {
            files.writer().forceMergeDeletes();
            commit();
            refresh();
            files.writer().deleteUnusedFiles();
        } catch (IOException e) {
            throw folder.failure(e);
        } catch (AlreadyClosedException e) {
            throw folder.unavailable(e);
        }
    }

    /** {@return how many deleted items still lie in the files} */
    public long deletedButThere() {
        return reading(searcher -> (long) searcher.getIndexReader().numDeletedDocs());
    }

    /** {@return the number of items that searches see} */
    public long count() {
        return reading(searcher -> (long) searcher.getIndexReader().numDocs());
    }

    /** Tells every item that searches see, with its version, in no order: for comparing with the database. */
    public void forEachVersion(ObjLongConsumer<UUID> consumer) {
        reading(searcher -> {
            for (var leaf : searcher.getIndexReader().leaves()) {
                var ids = DocValues.getSorted(leaf.reader(), ItemField.ID_ORDER);
                var versions = DocValues.getNumeric(leaf.reader(), ItemField.VERSION);
                var live = leaf.reader().getLiveDocs();
                for (int document = 0; document < leaf.reader().maxDoc(); document++) {
                    if ((live == null || live.get(document))
                            && ids.advanceExact(document)
                            && versions.advanceExact(document)) {
                        consumer.accept(ItemDocuments.id(ids.lookupOrd(ids.ordValue())), versions.longValue());
                    }
                }
            }
            return true;
        });
    }

    /**
     * Reads every file of the index and compares its checksums; takes as long as reading them.
     *
     * @throws Damaged when one does not fit
     */
    public void checkIntegrity() {
        reading(searcher -> {
            for (var leaf : searcher.getIndexReader().leaves()) {
                leaf.reader().checkIntegrity();
            }
            return true;
        });
    }

    /** Closes the index. What was not committed is forgotten. */
    @Override
    public synchronized void close() {
        unseen.clear();
        try {
            files.close();
        } catch (IOException e) {
            throw folder.failure(e);
        }
    }

    private void put(IndexedItem item) throws IOException {
        var known = knownVersion(item.id());
        if (known.isEmpty() || known.getAsLong() <= item.version()) {
            files.writer().updateDocument(idTerm(item.id()), FacetCounter.CONFIG.build(documents.of(item)));
            unseen.put(item.id(), OptionalLong.of(item.version()));
        }
    }

    private OptionalLong knownVersion(UUID id) {
        var recent = unseen.get(id);
        return recent != null ? recent : reading(searcher -> seenVersion(searcher, id));
    }

    private static OptionalLong seenVersion(IndexSearcher searcher, UUID id) throws IOException {
        var found = searcher.search(new TermQuery(idTerm(id)), 1).scoreDocs;
        if (found.length == 0) {
            return OptionalLong.empty();
        }
        for (var leaf : searcher.getIndexReader().leaves()) {
            int document = found[0].doc - leaf.docBase;
            if (document >= 0 && document < leaf.reader().maxDoc()) {
                var versions = DocValues.getNumeric(leaf.reader(), ItemField.VERSION);
                return versions.advanceExact(document) ? OptionalLong.of(versions.longValue()) : OptionalLong.empty();
            }
        }
        return OptionalLong.empty();
    }

    private TextMatch matcher(ParsedQuery parsed) {
        return new TextMatch(parsed.terms(), settings.spellings(), keys);
    }

    private static Term idTerm(UUID id) {
        return new Term(ItemField.ID, ItemDocuments.idBytes(id));
    }

    /** What is done with one state of the index. */
    private interface Reading<T> {
        T read(IndexSearcher searcher) throws IOException;
    }

    private <T> T reading(Reading<T> reading) {
        try {
            var searcher = files.searchers().acquire();
            try {
                return reading.read(searcher);
            } finally {
                files.searchers().release(searcher);
            }
        } catch (IOException e) {
            throw folder.failure(e);
        } catch (AlreadyClosedException e) {
            throw folder.unavailable(e);
        }
    }
}
