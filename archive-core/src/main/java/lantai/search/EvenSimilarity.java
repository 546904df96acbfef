package lantai.search;

import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;

/**
 * A score made of the found text alone. It does not weigh how rare a term is or how long the other texts are, because
 * both would let items that the viewer may not see move the order of those he may.
 */
final class EvenSimilarity extends BM25Similarity {
    private static final float USUAL_LENGTH = 600;

    @Override
    protected float idf(long documentsWithTerm, long documents) {
        return 1;
    }

    @Override
    protected float avgFieldLength(CollectionStatistics statistics) {
        return USUAL_LENGTH;
    }
}
