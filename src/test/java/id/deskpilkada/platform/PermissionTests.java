package id.deskpilkada.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.deskpilkada.staff.Role;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PermissionTests {

    private static final Actor OFFICER = with("district-admin", "36.04.05");

    @Test
    void aPermissionReachesAsFarAsThePlaceOfItsRole() {
        assertThat(OFFICER.may(Permission.REPORT)).isTrue();
        assertThat(OFFICER.may(Permission.REPORT, "3604052002001")).isTrue();
        assertThat(OFFICER.may(Permission.REPORT, "3604062001001")).isFalse();
        assertThat(OFFICER.areas(Permission.REPORT)).containsExactly("360405");
        assertThat(OFFICER.areas(Permission.SET_UP)).isEmpty();
    }

    /** Somebody who reports at one TPS and verifies in a district does not report in the whole district. */
    @Test
    void oneRoleDoesNotLendItsPlaceToAnother() {
        var both = new Actor(
                1,
                "u",
                "U",
                List.of(new Grant("tps-officer", "3604052002001"), new Grant("district-verifier", "36.04.05")));

        assertThat(both.may(Permission.REPORT, "3604052002001")).isTrue();
        assertThat(both.may(Permission.REPORT, "3604052002002")).isFalse();
    }

    @Test
    void whoeverLacksAPermissionIsRefused() {
        assertThatCode(() -> with("it-admin", "36.04").require(Permission.SET_UP))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> with("desk", "36.04").require(Permission.SET_UP))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("FORBIDDEN"));
        assertThatThrownBy(() -> OFFICER.require(Permission.READ_VOTES, "36.04.06"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("OUTSIDE_SCOPE"));
    }

    @ParameterizedTest
    @EnumSource
    void everyPermissionSaysWhatItPermitsAndNamesRolesThatExist(Permission permission) {
        assertThat(permission.act()).isNotBlank();
        assertThat(permission.roles()).isNotEmpty().doesNotHaveDuplicates().allSatisfy(role -> assertThat(
                        Role.codes().contains(role) || role.startsWith(Role.AGENCY_PREFIX))
                .isTrue());
    }

    @Test
    void noPermissionIsCarriedByARoleWhoseNameOnlyBeginsAlike() {
        assertThat(Arrays.stream(Permission.values()).filter(permission -> permission.of("desk-2")))
                .isEmpty();
        assertThat(Arrays.stream(Permission.values()).filter(permission -> permission.of("")))
                .isEmpty();
    }

    private static Actor with(String role, String scope) {
        return new Actor(1, "u", "U", List.of(new Grant(role, scope)));
    }
}
