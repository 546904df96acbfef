package lantai.account;

import static lantai.account.Right.APPRAISE;
import static lantai.account.Right.APPROVE_DESTRUCTION;
import static lantai.account.Right.APPROVE_POLICY;
import static lantai.account.Right.APPROVE_TRANSFER;
import static lantai.account.Right.ARRANGE;
import static lantai.account.Right.CONFIRM_HAND_OVER;
import static lantai.account.Right.FILE;
import static lantai.account.Right.HAND_OVER_SECRET;
import static lantai.account.Right.HOLD;
import static lantai.account.Right.KEEP_STACKS;
import static lantai.account.Right.MANAGE_ACCOUNTS;
import static lantai.account.Right.MANAGE_POLICY;
import static lantai.account.Right.MANAGE_ROLES;
import static lantai.account.Right.OPERATE;
import static lantai.account.Right.READ_AUDIT;
import static lantai.account.Right.READ_OWN;
import static lantai.account.Right.RECEIVE;
import static lantai.account.Right.REVIEW;
import static lantai.account.Right.SEARCH;
import static lantai.account.Right.TRANSFER;
import static lantai.account.Right.WITNESS_DESTRUCTION;

import java.util.Set;

/** The roles of the trade (岗位) and what each may do. */
public enum Role {
    /** 收集员: brings records in. */
    COLLECTOR("收集员", RECEIVE),
    /** 整理员: arranges what came in. */
    ARRANGER("整理员", RECEIVE, REVIEW, SEARCH, ARRANGE, WITNESS_DESTRUCTION),
    /** 审核员: checks what was arranged. */
    REVIEWER("审核员", REVIEW, SEARCH, ARRANGE, APPROVE_POLICY, APPRAISE, WITNESS_DESTRUCTION),
    /** 档案员: does the whole daily work of the archive. */
    ARCHIVIST(
            "档案员",
            RECEIVE,
            REVIEW,
            FILE,
            SEARCH,
            ARRANGE,
            KEEP_STACKS,
            MANAGE_POLICY,
            APPROVE_POLICY,
            APPRAISE,
            HOLD,
            TRANSFER,
            WITNESS_DESTRUCTION,
            HAND_OVER_SECRET),
    /** 库房管理员: keeps the stacks. */
    STORE_KEEPER("库房管理员", SEARCH, KEEP_STACKS, WITNESS_DESTRUCTION),
    /** 鉴定员: appraises. */
    APPRAISER("鉴定员", SEARCH, APPRAISE, HOLD),
    /** 领导: asks questions of the archive. */
    LEADER("领导", SEARCH, APPROVE_POLICY, APPRAISE, APPROVE_DESTRUCTION, APPROVE_TRANSFER),
    /** 参保人: sees the own records. */
    INSURED_PERSON("参保人", READ_OWN),
    /** 系统管理员: accounts, departments, operation. */
    SYSTEM_ADMINISTRATOR("系统管理员", MANAGE_ACCOUNTS, OPERATE),
    /** 安全管理员: roles and unlocking; confirms where papers with the mark of a state secret went. */
    SECURITY_ADMINISTRATOR("安全管理员", MANAGE_ROLES, HAND_OVER_SECRET, CONFIRM_HAND_OVER),
    /** 审计管理员: reads the audit trail. */
    AUDIT_ADMINISTRATOR("审计管理员", READ_AUDIT);

    /** The three duties that no two of which one person may hold (三员分立). */
    public static final Set<Role> ADMINISTRATORS =
            Set.of(SYSTEM_ADMINISTRATOR, SECURITY_ADMINISTRATOR, AUDIT_ADMINISTRATOR);

    private final String chinese;
    // Set.of gives an immutable set, which the checker cannot see from the type
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<Right> rights;

    Role(String chinese, Right... rights) {
        this.chinese = chinese;
        this.rights = Set.of(rights);
    }

    /** {@return the name on the screen, for example 档案员} */
    public String chinese() {
        return chinese;
    }

    public Set<Right> rights() {
        return rights;
    }
}
