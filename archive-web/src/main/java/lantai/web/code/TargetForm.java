package lantai.web.code;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import lantai.classification.Category;
import lantai.problem.Malformed;
import lantai.record.Item;
import lantai.record.Renumbering.Target;
import lantai.retention.RetentionPeriod;

/** Where a record should be filed, as typed. */
public final class TargetForm {
    private static final String LINK = "[A-Z]{2}(?:·[A-Z0-9]{1,4}){0,3}";

    @FormParam("category")
    @DefaultValue("")
    private String category = "";

    @FormParam("link")
    @DefaultValue("")
    private String link = "";

    @FormParam("year")
    @DefaultValue("")
    private String year = "";

    @FormParam("retention")
    @DefaultValue("")
    private String retention = "";

    @FormParam("group")
    @DefaultValue("")
    private String group = "";

    @FormParam("reason")
    @DefaultValue("")
    private String reason = "";

    /** Filled by the container. */
    public TargetForm() {}

    static TargetForm of(Item item) {
        var form = new TargetForm();
        form.category = item.category().name();
        form.link = item.referenceCode()
                .parts()
                .map(parts -> parts.classes().size() == 2
                        ? parts.classCode()
                        : parts.classes().getLast())
                .filter(last -> last.matches(LINK))
                .orElse("");
        form.year = Integer.toString(item.year());
        form.retention = item.retention().code();
        return form;
    }

    String category() {
        return category;
    }

    String link() {
        return link;
    }

    String year() {
        return year;
    }

    String retention() {
        return retention;
    }

    String group() {
        return group;
    }

    String reason() {
        return reason;
    }

    /** @throws Malformed when something is not what it should be */
    Target target() {
        if (!year.strip().matches("(?:19|20)\\d{2}")) {
            throw new Malformed(CodeProblem.YEAR_MALFORMED, year);
        }
        var clean = link.strip().toUpperCase(java.util.Locale.ROOT);
        if (!clean.matches(LINK + "|")) {
            throw new Malformed(CodeProblem.LINK_MALFORMED, link);
        }
        return new Target(
                Category.of(category).orElseThrow(() -> new Malformed(CodeProblem.CATEGORY_MISSING)),
                clean,
                Integer.parseInt(year.strip()),
                RetentionPeriod.parse(retention.strip())
                        .orElseThrow(() -> new Malformed(CodeProblem.RETENTION_MALFORMED, retention)),
                group.strip().equals("新") ? Target.NEW_GROUP : group.strip());
    }
}
