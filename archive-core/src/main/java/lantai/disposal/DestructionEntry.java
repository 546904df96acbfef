package lantai.disposal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantai.record.Component;
import lantai.removal.Condemned;
import lantai.removal.Hindrance;

/**
 * One record on a destruction list, with the columns of the list (standards of 销毁清册: 序号, 档号, 题名, 年度, 应保管期限, 已保管期限,
 * 页数, 鉴定意见, 备注). It outlives the record.
 *
 * @param ordinal from 1
 * @param period code of the term it should be kept
 * @param yearsKept full years since its term began
 * @param opinion the group's reason
 * @param remark why it was spared, as it stands in its row, else empty
 * @param objects its computer files, with their digests
 */
public record DestructionEntry(
        int ordinal,
        UUID item,
        String referenceCode,
        String title,
        int year,
        String period,
        int yearsKept,
        int pageCount,
        String opinion,
        String objectId,
        EntryState state,
        String remark,
        List<Component> objects) {
    public DestructionEntry {
        objects = List.copyOf(objects);
    }

    /** {@return what stood in the way, when the record was spared} */
    public Optional<Hindrance> hindrance() {
        return Remark.read(remark);
    }

    /** {@return what its traces are known by} */
    Condemned condemned() {
        return new Condemned(item, objectId, objects);
    }
}
