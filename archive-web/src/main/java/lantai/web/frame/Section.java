package lantai.web.frame;

import java.util.List;
import java.util.Set;
import lantai.account.Right;

/**
 * One entry of the menu at the left.
 *
 * @param path where it leads; pages below it belong to it
 * @param icon its drawing in {@code icons.svg}
 * @param key its text
 * @param rights one of these is needed to see it
 */
public record Section(String path, String icon, String key, Set<Right> rights) {
    /** The daily work, in the order of the work. */
    static final List<Section> WORK = List.of(
            new Section("/inbox", "inbox", "frame.inbox", Set.of(Right.RECEIVE)),
            new Section("/review", "review", "frame.review", Set.of(Right.REVIEW)),
            new Section(
                    "/workflow",
                    "list",
                    "frame.workflow",
                    Set.of(Right.RECEIVE, Right.REVIEW, Right.FILE, Right.APPRAISE)),
            new Section("/search", "archive", "frame.search", Set.of(Right.SEARCH)),
            new Section(
                    "/appraisal",
                    "appraisal",
                    "frame.appraisal",
                    Set.of(Right.APPRAISE, Right.HOLD, Right.APPROVE_DESTRUCTION, Right.WITNESS_DESTRUCTION)),
            new Section("/transfers", "hand-over", "frame.transfers", Set.of(Right.TRANSFER, Right.APPROVE_TRANSFER)),
            new Section("/checks", "shield", "frame.checks", Set.of(Right.FILE, Right.REVIEW)),
            new Section("/catalogue", "catalogue", "frame.catalogue", Set.of(Right.SEARCH)),
            new Section("/volumes", "package", "frame.volumes", Set.of(Right.ARRANGE)),
            new Section("/boxes", "shelf", "frame.boxes", Set.of(Right.KEEP_STACKS)),
            new Section("/insight", "chart", "frame.insight", Set.of(Right.SEARCH)));

    /** Keeping the house. */
    static final List<Section> HOUSE = List.of(
            new Section("/accounts", "users", "frame.accounts", Set.of(Right.MANAGE_ACCOUNTS, Right.MANAGE_ROLES)),
            new Section("/departments", "department", "frame.departments", Set.of(Right.MANAGE_ACCOUNTS)),
            new Section("/roles", "role", "frame.roles", Set.of(Right.MANAGE_ACCOUNTS, Right.MANAGE_ROLES)),
            new Section("/sealed", "lock", "frame.sealed", Set.of(Right.HAND_OVER_SECRET, Right.CONFIRM_HAND_OVER)),
            new Section("/codes", "stamp", "frame.codes", Set.of(Right.FILE)),
            new Section("/reports", "table", "frame.reports", Set.of(Right.FILE, Right.APPROVE_POLICY)),
            new Section("/fonds", "folder", "frame.fonds", Set.of(Right.MANAGE_POLICY)),
            new Section("/policies", "sliders", "frame.policies", Set.of(Right.MANAGE_POLICY, Right.APPROVE_POLICY)),
            new Section("/store", "shield", "frame.store", Set.of(Right.OPERATE)),
            new Section("/backups", "copy", "frame.backups", Set.of(Right.OPERATE)),
            new Section("/audit", "audit", "frame.audit", Set.of(Right.READ_AUDIT)));

    public Section {
        rights = Set.copyOf(rights);
    }
}
