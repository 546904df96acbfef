package lantai.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lantai.account.Account;
import lantai.account.Role;
import lantai.account.SignedIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LandingTest {
    @ParameterizedTest
    @EnumSource(Role.class)
    void everyRoleHasItsPlace(Role role) {
        assertThat(Landing.of(person(Set.of(role)))).startsWith("/").isNotEqualTo("/welcome");
    }

    @Test
    void whoHasNoRoleIsToldSo() {
        assertThat(Landing.of(person(Set.of()))).isEqualTo("/welcome");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//elsewhere.example",
                "https://elsewhere.example",
                "/\\elsewhere",
                "javascript:x",
                "",
                "/a\nb",
                "/%0d%0aX: y",
                "/%zz",
                "/%"
            })
    void nobodyIsLedToAnotherSite(String path) {
        assertThat(Landing.isOurs(path)).isFalse();
    }

    @Test
    void aPathOfOursIsKept() {
        assertThat(Landing.isOurs("/search?q=%E7%8E%8B&page=2")).isTrue();
    }

    private static SignedIn person(Set<Role> roles) {
        return new SignedIn(
                new Account(
                        UUID.randomUUID(), "wang", "王", Optional.empty(), roles, false, false, false, Optional.empty()),
                false);
    }
}
