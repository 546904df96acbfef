package lantai.search;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.TreeMap;
import java.util.TreeSet;
import lantai.problem.Malformed;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;

/**
 * The order of results for Lucene, and cursors as places in it. A cursor holds the values of the last hit that the order
 * compares; scores do not depend on other items, so it stays good while the index changes.
 */
final class Order {
    private Order() {}

    static org.apache.lucene.search.Sort of(Sort sort) {
        return switch (sort) {
            case RELEVANCE -> sort(SortField.FIELD_SCORE);
            case DATE_NEWEST -> sort(date(true, Long.MIN_VALUE));
            case DATE_OLDEST -> sort(date(false, Long.MAX_VALUE));
            case REFERENCE_CODE -> sort();
        };
    }

    static Cursor cursor(SearchQuery query, FieldDoc last) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(fingerprint(query));
            int field = 0;
            switch (query.sort()) {
                case RELEVANCE -> out.writeFloat((Float) last.fields[field++]);
                case DATE_NEWEST, DATE_OLDEST -> out.writeLong((Long) last.fields[field++]);
                case REFERENCE_CODE -> {}
            }
            write(out, (BytesRef) last.fields[field++]);
            write(out, (BytesRef) last.fields[field]);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return new Cursor(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray()));
    }

    /**
     * The place that a cursor of this question stands for.
     *
     * @throws Malformed when it is not one
     */
    static FieldDoc place(SearchQuery query, Cursor cursor, int documents) {
        try (var in = new DataInputStream(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(cursor.token())))) {
            if (in.readInt() != fingerprint(query)) {
                throw new Malformed(SearchProblem.CURSOR_NOT_VALID);
            }
            Object[] fields = switch (query.sort()) {
                case RELEVANCE -> new Object[] {in.readFloat(), read(in), read(in)};
                case DATE_NEWEST, DATE_OLDEST -> new Object[] {in.readLong(), read(in), read(in)};
                case REFERENCE_CODE -> new Object[] {read(in), read(in)};
            };
            return new FieldDoc(Math.max(0, documents - 1), Float.NaN, fields);
        } catch (IOException | IllegalArgumentException e) {
            var malformed = new Malformed(SearchProblem.CURSOR_NOT_VALID);
            malformed.initCause(e);
            throw malformed;
        }
    }

    private static org.apache.lucene.search.Sort sort(SortField... first) {
        var code = new SortField(ItemField.CODE_ORDER, SortField.Type.STRING);
        var id = new SortField(ItemField.ID_ORDER, SortField.Type.STRING);
        return first.length == 0
                ? new org.apache.lucene.search.Sort(code, id)
                : new org.apache.lucene.search.Sort(first[0], code, id);
    }

    private static SortField date(boolean newestFirst, long missing) {
        return new SortField(ItemField.DATE_ORDER, SortField.Type.LONG, newestFirst, missing);
    }

    private static int fingerprint(SearchQuery query) {
        var filters = new TreeMap<Facet, TreeSet<String>>();
        query.filters().forEach((facet, values) -> filters.put(facet, new TreeSet<>(values)));
        return (query.text() + '\n' + query.sort().name() + '\n' + filters).hashCode();
    }

    private static void write(DataOutputStream out, BytesRef bytes) throws IOException {
        out.writeShort(bytes.length);
        out.write(bytes.bytes, bytes.offset, bytes.length);
    }

    private static BytesRef read(DataInputStream in) throws IOException {
        var bytes = new byte[in.readUnsignedShort()];
        in.readFully(bytes);
        return new BytesRef(bytes);
    }
}
