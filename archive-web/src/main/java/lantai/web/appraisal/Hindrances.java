package lantai.web.appraisal;

import java.util.List;
import lantai.removal.Hindrance;
import lantai.web.frame.Page;
import lantai.web.text.Text;

/** Puts what stands in the way into words. */
public final class Hindrances {
    private Hindrances() {}

    /** {@return them in words} */
    public static List<String> told(Page page, List<Hindrance> hindrances) {
        return hindrances.stream()
                .map(hindrance -> told(page.text(), hindrance))
                .toList();
    }

    /** {@return one in words} */
    public static String told(Text text, Hindrance hindrance) {
        return text.say(
                "appraisal.obstacle." + hindrance.code(), hindrance.values().toArray());
    }
}
