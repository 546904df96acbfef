package lantai.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lantai.account.Right;
import lantai.account.Role;
import org.junit.jupiter.api.Test;

/**
 * 三员分立 (GB/T 22239, level 3): what each of the three administrators can call at all. Every route is looked at, so that a new one
 * cannot open a door unnoticed.
 */
class ThreeAdministratorsTest {
    private static final List<JavaMethod> ROUTES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("lantai.web").stream()
                    .flatMap(type -> type.getMethods().stream())
                    .filter(method -> method.getAnnotations().stream()
                            .anyMatch(annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class)))
                    .toList();

    /** {@return the classes of the routes that are open to a role by one of its rights} */
    private static Set<String> reached(Role role) {
        return ROUTES.stream()
                .filter(method -> method.isAnnotatedWith(Needs.class))
                .filter(method -> !Collections.disjoint(
                        Set.of(method.getAnnotationOfType(Needs.class).value()), role.rights()))
                .map(method -> method.getOwner().getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theSystemAdministratorReachesAccountsAndTheMachineNeitherRecordsNorTheAudit() {
        assertThat(reached(Role.SYSTEM_ADMINISTRATOR))
                .containsExactlyInAnyOrder(
                        "AccountBulkResource",
                        "AccountDeedResource",
                        "AccountResource",
                        "BackupApiResource",
                        "BackupResource",
                        "DepartmentResource",
                        "DeviceApiResource",
                        "IdentityApiResource",
                        "RoleResource",
                        "StoreApiResource",
                        "StoreResource");
    }

    @Test
    void theSecurityAdministratorReachesRolesAndWhereSealedPapersWent() {
        assertThat(reached(Role.SECURITY_ADMINISTRATOR))
                .containsExactlyInAnyOrder(
                        "AccountBulkResource",
                        "AccountDeedResource",
                        "AccountResource",
                        "DeviceApiResource",
                        "IdentityApiResource",
                        "RoleResource",
                        "SealApiResource",
                        "SealResource");
    }

    @Test
    void theAuditAdministratorReachesTheAuditOnly() {
        assertThat(reached(Role.AUDIT_ADMINISTRATOR))
                .containsExactlyInAnyOrder("AuditApiResource", "AuditHeadResource", "AuditResource");
        assertThat(ROUTES.stream()
                        .filter(method -> method.isAnnotatedWith(Needs.class))
                        .filter(method -> Set.of(
                                        method.getAnnotationOfType(Needs.class).value())
                                .contains(Right.READ_AUDIT))
                        .filter(method -> method.getAnnotations().stream()
                                .noneMatch(annotation ->
                                        annotation.getRawType().getSimpleName().equals("GET"))))
                .as("routes of the audit that change something")
                .isEmpty();
    }

    @Test
    void whatEverybodyReachesIsOnesOwnAccountOnly() {
        assertThat(ROUTES.stream()
                        .filter(method -> method.isAnnotatedWith(Needs.class))
                        .filter(method ->
                                method.getAnnotationOfType(Needs.class).value().length == 0)
                        .map(method -> method.getOwner().getSimpleName())
                        .distinct())
                .containsExactlyInAnyOrder(
                        "DeviceResource",
                        "PasswordResource",
                        "SecondFactorResource",
                        "SignInResource",
                        "TypedAddressResource");
    }

    @Test
    void noRightOfOneIsARightOfAnotherAndNoOtherRoleHasThem() {
        for (var one : Role.ADMINISTRATORS) {
            for (var other : Role.ADMINISTRATORS) {
                assertThat(one == other || Collections.disjoint(one.rights(), other.rights()))
                        .as(one + " and " + other)
                        .isTrue();
            }
        }
        var duties = Set.of(Right.MANAGE_ACCOUNTS, Right.MANAGE_ROLES, Right.READ_AUDIT, Right.OPERATE);
        assertThat(Arrays.stream(Role.values())
                        .filter(role -> !Role.ADMINISTRATORS.contains(role))
                        .filter(role -> !Collections.disjoint(role.rights(), duties)))
                .isEmpty();
    }
}
