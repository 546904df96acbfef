package lantai.web.item;

import lantai.print.FilingStamp;
import lantai.record.CodeParts;
import lantai.record.Item;
import lantai.web.text.Language;
import lantai.web.text.Terms;
import lantai.web.text.Text;
import org.jdbi.v3.core.Handle;

/** Fills the filing stamp of an item, in Chinese: what its reference code says, and its pages; the organisation also by rule. */
final class Stamps {
    private static final String ORGANISATION = "organisation";

    private Stamps() {}

    static FilingStamp of(Handle handle, ItemDoors doors, Item item) {
        var inCode = item.referenceCode().parts().map(CodeParts::organisation).orElse("");
        var department = item.departmentId()
                .map(id -> doors.departments().get(handle, id).name())
                .orElse("");
        var element = doors.descriptions().current(handle, item).value(ORGANISATION);
        return of(item, inCode.isEmpty() ? doors.lists().organisation(handle, element, department) : inCode);
    }

    private static FilingStamp of(Item item, String organisation) {
        var parts = item.referenceCode().parts();
        var code = item.referenceCode().text();
        return new FilingStamp(
                item.fonds(),
                Integer.toString(item.year()),
                parts.map(found -> found.item()).orElse(code.substring(code.lastIndexOf('-') + 1)),
                organisation,
                Terms.told(Text.in(Language.CHINESE), item.retention()),
                Integer.toString(item.pageCount()));
    }
}
