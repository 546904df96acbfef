package lantai.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/**
 * Reads every entry again and holds it against the chain, the kept tree and the exported heads. It believes nothing that the
 * database says about itself: the heads are what counts. One pass; one entry at a time in memory.
 */
public final class AuditVerification {
    private static final HexFormat HEX = HexFormat.of();
    private static final int FETCH = 2_000;
    private static final int MOST = 100;

    private final Jdbi jdbi;
    private final HeadFolder folder;
    private final List<byte[]> keys;
    private final Duration tolerance;

    /**
     * @param keys public keys (SubjectPublicKeyInfo) whose heads are believed
     * @param tolerance how far the time of an entry may lie outside the heads around it: clocks of nodes, long transactions
     */
    public AuditVerification(Jdbi jdbi, HeadFolder folder, List<byte[]> keys, Duration tolerance) {
        this.jdbi = jdbi;
        this.folder = folder;
        this.keys = List.copyOf(keys);
        this.tolerance = tolerance;
    }

    /**
     * What was found.
     *
     * @param entries linked entries read
     * @param unlinked entries that are not linked yet
     * @param heads heads that were held against them
     * @param covered entries under the newest head
     * @param findings what does not fit, at most 100, in the order of the entries; empty when all is well
     */
    public record Result(long entries, long unlinked, int heads, long covered, List<Finding> findings) {
        /** {@return whether everything fits} */
        public boolean ok() {
            return findings.isEmpty();
        }
    }

    /**
     * One thing that does not fit.
     *
     * @param what in one word, for example {@code HEAD_ROOT}
     * @param position of the entry in the chain, from 1; for a head its size
     * @param about the entry's id or the head's file, and what was expected
     */
    public record Finding(What what, long position, String about) {}

    /** The kinds of what does not fit. */
    public enum What {
        /** The file is no head, or not one of its name. */
        HEAD_FILE,
        /** Not signed by a key that is believed. */
        HEAD_SIGNATURE,
        /** It does not name the head before it: one is missing or was put in. */
        HEAD_BEFORE,
        /** The entries under it are not those that were there when it was signed. */
        HEAD_ROOT,
        /** The chain at its size is not the one that was there when it was signed. */
        HEAD_CHAIN,
        /** Fewer entries are there than it covers. */
        HEAD_BEYOND,
        /** Its time lies before that of the head before it. */
        HEAD_TIME,
        /** A position of the chain is missing. */
        LINK_MISSING,
        /** A link names an entry that is not there. */
        ENTRY_MISSING,
        /** The entry does not fit its link. */
        LINK,
        /** A kept root of the tree is not that of its entries. */
        NODE,
        /** The entry claims a time well before the head that was exported before it came. */
        BACK_DATED,
        /** The entry claims a time well after the head that covers it. */
        POST_DATED
    }

    /** Reads it all. */
    public Result run() {
        return jdbi.inTransaction(handle -> {
            var pass = new Pass(handle, heads());
            return pass.run();
        });
    }

    private record Read(Path file, Optional<SignedHead> head) {}

    private List<Read> heads() {
        return folder.files().stream()
                .map(file -> {
                    try {
                        return new Read(file, SignedHead.read(Files.readString(file)));
                    } catch (IOException unreadable) {
                        return new Read(file, Optional.empty());
                    }
                })
                .toList();
    }

    private record Stored(AuditChain.Link link, Optional<AuditChain.Row> row) {}

    /** One reading. */
    private final class Pass {
        private final Handle handle;
        private final List<Finding> findings = new ArrayList<>();
        private final TreeMap<Long, SignedHead> heads = new TreeMap<>();
        private final Frontier tree = new Frontier();
        private final Map<String, String> kept = new TreeMap<>();
        private AuditChain.Link last = AuditChain.START;
        private Optional<SignedHead> passed = Optional.empty();

        Pass(Handle handle, List<Read> files) {
            this.handle = handle;
            Optional<SignedHead> before = Optional.empty();
            for (var read : files) {
                before = take(read, before);
            }
        }

        private Optional<SignedHead> take(Read read, Optional<SignedHead> before) {
            var name = String.valueOf(read.file().getFileName());
            var head = read.head().filter(found -> name.equals("%015d.head".formatted(found.size())));
            if (head.isEmpty()) {
                find(What.HEAD_FILE, 0, name);
                return before;
            }
            var found = head.get();
            if (keys.stream().noneMatch(found::isSignedBy)) {
                find(What.HEAD_SIGNATURE, found.size(), name);
                return before;
            }
            if (!found.before().equals(before.map(HeadMaker::digest).orElse("-"))) {
                find(What.HEAD_BEFORE, found.size(), name);
            }
            if (before.filter(earlier -> found.time().isBefore(earlier.time())).isPresent()) {
                find(What.HEAD_TIME, found.size(), name);
            }
            heads.put(found.size(), found);
            return head;
        }

        Result run() {
            handle.createQuery("select level || '/' || number as place, hash from audit_node")
                    .map((rs, _) -> Map.entry(rs.getString("place"), rs.getString("hash")))
                    .useIterator(nodes -> nodes.forEachRemaining(node -> kept.put(node.getKey(), node.getValue())));
            handle.createQuery("""
                            select c.position, c.sm3, c.sha256, e.id, e.at, e.actor_id, e.actor_name, e.at_machine,
                                   e.action, e.subject_type, e.subject_id, cast(e.detail as text) as detail
                            from audit_chain c left join audit_entry e on e.id = c.entry_id order by c.position
                            """)
                    .setFetchSize(FETCH)
                    .map((rs, context) -> new Stored(
                            new AuditChain.Link(rs.getLong("position"), rs.getString("sm3"), rs.getString("sha256")),
                            rs.getObject("id") == null
                                    ? Optional.<AuditChain.Row>empty()
                                    : Optional.of(ConstructorMapper.of(AuditChain.Row.class)
                                            .map(rs, context))))
                    .useIterator(links -> links.forEachRemaining(this::look));
            for (var beyond : heads.tailMap(last.position(), false).keySet()) {
                find(What.HEAD_BEYOND, beyond, "the chain ends at " + last.position());
            }
            for (var place : kept.keySet()) {
                find(What.NODE, 0, place);
            }
            var unlinked = handle.createQuery("""
                            select count(*) from audit_entry e
                            where not exists (select 1 from audit_chain c where c.entry_id = e.id)
                            """).mapTo(Long.class).one();
            var covered = heads.isEmpty() ? 0L : heads.lastKey();
            return new Result(last.position(), unlinked, heads.size(), covered, List.copyOf(findings));
        }

        private void look(Stored stored) {
            var position = stored.link().position();
            if (position != last.position() + 1) {
                find(What.LINK_MISSING, last.position() + 1, "the next one is " + position);
            }
            if (stored.row().isEmpty()) {
                find(What.ENTRY_MISSING, position, "");
            }
            stored.row().ifPresent(row -> look(row, stored.link()));
            last = stored.link();
            hold(heads.get(position));
        }

        private void look(AuditChain.Row row, AuditChain.Link link) {
            var position = link.position();
            if (!AuditChain.next(new AuditChain.Link(position - 1, last.sm3(), last.sha256()), row)
                    .equals(link)) {
                find(What.LINK, position, "entry " + row.id());
            }
            tree.add(Merkle.leaf(row.canonical()), (level, number, root) -> node(position, level, number, root));
            dated(position, row.id(), row.at().toInstant());
        }

        private void node(long position, int level, long number, byte[] root) {
            if (level < AuditTree.BLOCK_LEVEL) {
                return;
            }
            var place = level + "/" + number;
            var hash = kept.remove(place);
            if (hash != null && !hash.equals(HEX.formatHex(root))) {
                find(What.NODE, position, place);
            }
        }

        private void dated(long position, long entry, Instant at) {
            if (passed.filter(head -> at.isBefore(head.time().minus(tolerance))).isPresent()) {
                find(What.BACK_DATED, position, "entry " + entry + " says " + at);
            }
            var next = heads.ceilingEntry(position);
            if (next != null && at.isAfter(next.getValue().time().plus(tolerance))) {
                find(What.POST_DATED, position, "entry " + entry + " says " + at);
            }
        }

        private void hold(@Nullable SignedHead head) {
            if (head == null) {
                return;
            }
            passed = Optional.of(head);
            var since =
                    "after " + Optional.ofNullable(heads.lowerKey(head.size())).orElse(0L);
            if (!HEX.formatHex(tree.root()).equals(head.root())) {
                find(What.HEAD_ROOT, head.size(), since);
            }
            if (!last.sm3().equals(head.chainSm3()) || !last.sha256().equals(head.chainSha256())) {
                find(What.HEAD_CHAIN, head.size(), since);
            }
        }

        private void find(What what, long position, String about) {
            if (findings.size() < MOST) {
                findings.add(new Finding(what, position, about));
            }
        }
    }
}
