package lantai.web.item;

import lantai.print.FilingStamp;
import lantai.record.Item;
import lantai.retention.RetentionPeriod;
import lantai.web.text.Language;
import lantai.web.text.Text;

/** Fills the filing stamp of an item, in Chinese: what its reference code says, and its pages. */
final class Stamps {
    private Stamps() {}

    static FilingStamp of(Item item) {
        var parts = item.referenceCode().parts();
        var code = item.referenceCode().text();
        return new FilingStamp(
                item.fonds(),
                Integer.toString(item.year()),
                parts.map(found -> found.item()).orElse(code.substring(code.lastIndexOf('-') + 1)),
                parts.map(found -> found.organisation()).orElse(""),
                term(Text.in(Language.CHINESE), item.retention()),
                Integer.toString(item.pageCount()));
    }

    private static String term(Text text, RetentionPeriod retention) {
        return switch (retention) {
            case RetentionPeriod.Permanent _ -> text.say("volume.kept.ever");
            case RetentionPeriod.Years(int years) -> text.say("volume.kept.years", years);
            case RetentionPeriod.YearsAfterEvent(int years) -> text.say("volume.kept.event", years);
        };
    }
}
