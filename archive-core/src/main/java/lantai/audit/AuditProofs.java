package lantai.audit;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import lantai.problem.NotFound;
import lantai.problem.Refused;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Proofs against exported heads, for those who do not trust the archive. */
public final class AuditProofs {
    private static final HexFormat HEX = HexFormat.of();

    private final HeadFolder folder;

    public AuditProofs(HeadFolder folder) {
        this.folder = folder;
    }

    /**
     * That an entry is under a head.
     *
     * @param entry its id
     * @param index its place in the tree, from 0
     * @param canonical the bytes whose leaf stands there, base64
     * @param path the hashes from the leaf to the root, lowest first
     * @param head the file of the head
     */
    public record Inclusion(long entry, long index, String canonical, List<String> path, String head) {}

    /**
     * That the entries under one head are the first ones under a later head.
     *
     * @param path the hashes of RFC 6962, section 2.1.2
     */
    public record Consistency(String from, String to, List<String> path) {}

    /**
     * {@return that this entry is under the newest head}
     *
     * @throws NotFound when there is no such entry
     * @throws Refused when it is under no head yet
     */
    public Inclusion inclusion(Handle handle, long entry) {
        var row = handle.createQuery("""
                        select id, at, actor_id, actor_name, at_machine, action, subject_type, subject_id,
                               cast(detail as text) as detail
                        from audit_entry where id = :id
                        """)
                .bind("id", entry)
                .map(ConstructorMapper.of(AuditChain.Row.class))
                .findOne()
                .orElseThrow(() -> new NotFound(AuditProblem.NO_SUCH_ENTRY, entry));
        var position = handle.createQuery("select position from audit_chain where entry_id = :id")
                .bind("id", entry)
                .mapTo(Long.class)
                .findOne()
                .orElse(Long.MAX_VALUE);
        var head = folder.last()
                .filter(last -> last.size() >= position)
                .orElseThrow(() -> new Refused(AuditProblem.NOT_YET_UNDER_A_HEAD, entry));
        var path = Merkle.inclusion(AuditTree.of(handle), position - 1, head.size());
        return new Inclusion(
                entry,
                position - 1,
                Base64.getEncoder().encodeToString(row.canonical()),
                path.stream().map(HEX::formatHex).toList(),
                head.file());
    }

    /**
     * {@return that one exported head goes on from another}
     *
     * @param from size of the earlier head
     * @param to size of the later one
     * @throws NotFound when one of them was not exported, or they stand the wrong way round
     */
    public Consistency consistency(Handle handle, long from, long to) {
        var earlier = head(from);
        var later = head(to);
        if (from > to) {
            throw new NotFound(AuditProblem.NO_SUCH_HEAD, from);
        }
        var path = Merkle.consistency(AuditTree.of(handle), from, to);
        return new Consistency(
                earlier.file(), later.file(), path.stream().map(HEX::formatHex).toList());
    }

    private SignedHead head(long size) {
        return folder.of(size).orElseThrow(() -> new NotFound(AuditProblem.NO_SUCH_HEAD, size));
    }
}
