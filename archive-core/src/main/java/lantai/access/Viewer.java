package lantai.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lantai.account.Role;
import lantai.account.SignedIn;
import lantai.record.Item;

/** Decides what a signed-in person may see of the filed records. Nothing is visible that no role makes visible. */
public final class Viewer {
    private Viewer() {}

    /** {@return the items that this person may see} (agency policy) */
    public static Visibility visibility(SignedIn who) {
        var account = who.account();
        List<Visibility> rules = new ArrayList<>();
        for (var role : account.roles()) {
            switch (role) {
                case ARCHIVIST, REVIEWER, APPRAISER -> rules.add(new Visibility.All());
                case LEADER, STORE_KEEPER -> rules.add(new Visibility.NotPersonal());
                case ARRANGER ->
                    account.departmentId().map(Visibility.OfDepartment::new).ifPresent(rules::add);
                case INSURED_PERSON ->
                    account.insuredPersonId().map(Visibility.OfPerson::new).ifPresent(rules::add);
                case COLLECTOR, SYSTEM_ADMINISTRATOR, SECURITY_ADMINISTRATOR, AUDIT_ADMINISTRATOR -> {}
            }
        }
        return rules.size() == 1 ? rules.getFirst() : new Visibility.AnyOf(rules);
    }

    /** {@return whether an item is among those} */
    public static boolean sees(Visibility visibility, Item item) {
        return switch (visibility) {
            case Visibility.All _ -> true;
            case Visibility.None _ -> false;
            case Visibility.AnyOf(var rules) -> rules.stream().anyMatch(rule -> sees(rule, item));
            case Visibility.NotPersonal _ -> !item.isPersonal();
            case Visibility.OfDepartment(var id) -> item.departmentId().equals(Optional.of(id));
            case Visibility.OfPerson(var id) -> item.insuredPersonId().equals(Optional.of(id));
        };
    }

    /** {@return whether nothing is hidden from the person, so that he may also see what remains of destroyed records} */
    public static boolean seesAll(SignedIn who) {
        return switch (visibility(who)) {
            case Visibility.All _ -> true;
            case Visibility.AnyOf(var rules) -> rules.contains(new Visibility.All());
            case Visibility.None _, Visibility.NotPersonal _, Visibility.OfDepartment _, Visibility.OfPerson _ -> false;
        };
    }

    /** {@return whether the person may see records of others than himself} */
    public static boolean isStaff(SignedIn who) {
        return who.account().roles().stream().anyMatch(role -> role != Role.INSURED_PERSON);
    }
}
