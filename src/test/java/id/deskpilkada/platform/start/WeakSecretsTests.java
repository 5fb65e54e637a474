package id.deskpilkada.platform.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class WeakSecretsTests {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "desk.admin.password, admin",
        "desk.admin.password, Admin",
        "desk.admin.password, admin123",
        "desk.admin.password, Rahasia-2024",
        "desk.admin.password, simulasi-serang",
        "desk.admin.password, 12345678",
        "desk.admin.password, pendek7",
        "spring.datasource.password, desk",
        "spring.datasource.password, postgres",
        "spring.datasource.password, desk_app",
        "spring.flyway.password, postgres1",
        "spring.security.oauth2.client.registration.keycloak.client-secret, changeme",
        "desk.notification.email.password, password",
        "desk.management.token, short"
    })
    void theApplicationDoesNotStartWithIt(String name, String secret) {
        assertThatThrownBy(() -> start(Map.of(name, secret)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(name)
                .hasMessageNotContaining("\"" + secret + "\"");
    }

    @Test
    void whatToDoIsSaidInBothLanguagesAndTheSecretIsNot() {
        assertThatThrownBy(() -> start(Map.of("desk.admin.password", "rahasia1234")))
                .satisfies(refused -> {
                    var analysis = new StartRefusedAnalysis().analyze(refused);
                    assertThat(analysis.getDescription()).contains("diketahui semua orang", "everybody knows");
                    assertThat(analysis.getAction())
                            .contains("DESK_ADMIN_PASSWORD", "DESK_ADMIN_PASSWORD_FILE", "start again");
                    assertThat(analysis.getDescription() + analysis.getAction()).doesNotContain("rahasia1234");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "desk.admin.password, rahasia-admin-uji",
        "desk.admin.password, ''",
        "desk.admin.password, Kopi-susu-3-gelas",
        "spring.datasource.password, ''",
        "spring.datasource.password, x7Kq-99-lampu"
    })
    void aPasswordOfOnesOwnIsFine(String name, String secret) {
        assertThatCode(() -> start(Map.of(name, secret))).doesNotThrowAnyException();
    }

    @Test
    void theDemoMayKeepItsKnownPassword() {
        assertThatCode(() -> start(Map.of("desk.admin.password", "simulasi-serang", "spring.profiles.active", "demo")))
                .doesNotThrowAnyException();
    }

    @Test
    void aVariableMayNameAFile() throws Exception {
        var file = Files.writeString(folder.resolve("admin"), "Kopi-susu-3-gelas\n");
        var environment = new StandardEnvironment();
        SecretFiles.add(
                environment,
                Map.of(
                        "SPRING_DATASOURCE_PASSWORD",
                        SecretFiles.content("SPRING_DATASOURCE_PASSWORD_FILE", file.toString())));

        assertThat(org.springframework.boot.context.properties.bind.Binder.get(environment)
                        .bind("spring.datasource.password", String.class)
                        .get())
                .isEqualTo("Kopi-susu-3-gelas");
        assertThatThrownBy(() -> SecretFiles.content(
                        "DESK_ADMIN_PASSWORD_FILE", folder.resolve("none").toString()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("DESK_ADMIN_PASSWORD_FILE");
    }

    private static void start(Map<String, Object> settings) {
        try (var context = new GenericApplicationContext()) {
            var environment = new StandardEnvironment();
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "base", Map.of("desk.admin.username", "admin", "spring.datasource.username", "desk_app")));
            environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
            context.setEnvironment(environment);
            new WeakSecrets().initialize(context);
        }
    }
}
