package id.deskpilkada.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

class DemoStartTests {

    @TempDir
    Path folder;

    GenericApplicationContext context;

    @BeforeEach
    void freshContext() {
        context = new GenericApplicationContext();
        with("desk.data-dir", folder.toString());
    }

    @Test
    void aDemoMarksItsFolder() {
        demo();
        assertThat(folder.resolve("SIMULASI.txt")).exists();
    }

    @Test
    void aDemoRefusesTheFolderOfARealInstallation() throws IOException {
        Files.createDirectory(folder.resolve("postgres"));
        assertThatThrownBy(this::demo).isInstanceOf(DemoRefused.class).hasMessageContaining(folder.toString());
        assertThat(folder.resolve("SIMULASI.txt")).doesNotExist();
    }

    @Test
    void aFreshDemoRefusesTheFolderOfARealInstallationToo() throws IOException {
        Files.createDirectory(folder.resolve("postgres"));
        with("desk.demo.fresh", "true");
        assertThatThrownBy(this::demo).isInstanceOf(DemoRefused.class);
        assertThat(folder.resolve("postgres")).exists();
    }

    @Test
    void aRealInstallationRefusesTheFolderOfADemo() {
        demo();
        assertThatThrownBy(this::real).isInstanceOf(DemoRefused.class);
    }

    @Test
    void aRealInstallationStartsInAnEmptyFolder() {
        assertThatCode(this::real).doesNotThrowAnyException();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aDemoGoesOnInItsOwnFolder() throws IOException {
        demo();
        var kept = Files.createDirectory(folder.resolve("postgres"));
        demo();
        assertThat(kept).exists();
    }

    @Test
    void aFreshDemoEmptiesItsOwnFolder() throws IOException {
        demo();
        var old = Files.createDirectory(folder.resolve("postgres"));
        with("desk.demo.fresh", "true");
        demo();
        assertThat(old).doesNotExist();
        assertThat(folder.resolve("SIMULASI.txt")).exists();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spring.mail.host",
                "spring.datasource.url",
                "desk.notification.sms.url",
                "desk.whatsapp.token",
                "desk.telegram.token",
                "SPRING_MAIL_HOST"
            })
    void aDemoRefusesWhatLeadsOutward(String setting) {
        with(setting, "smtp.contoh.go.id");
        assertThatThrownBy(this::demo).isInstanceOf(DemoRefused.class);
    }

    @Test
    void anEmptySettingLeadsNowhere() {
        with("spring.datasource.url", "");
        assertThatCode(this::demo).doesNotThrowAnyException();
    }

    @Test
    void theTextsOfTheDemoComeFirst() {
        with("spring.messages.basename", "messages/platform");
        demo();
        assertThat(context.getEnvironment().getProperty("spring.messages.basename"))
                .isEqualTo("messages/demo,messages/platform");
    }

    @Test
    void theRefusalSaysWhatToDo() throws IOException {
        Files.createDirectory(folder.resolve("postgres"));
        var refused = Stream.of(1).map(once -> {
            try {
                demo();
                throw new AssertionError("was not refused");
            } catch (DemoRefused expected) {
                return expected;
            }
        });
        var analysis = new DemoRefusedAnalysis().analyze(refused.findFirst().orElseThrow());
        assertThat(analysis.getAction()).contains("DESK_DATA_DIR");
    }

    private void with(String name, String value) {
        var sources = context.getEnvironment().getPropertySources();
        var values = Map.<String, Object>of(name, value);
        if (name.equals(name.toUpperCase(java.util.Locale.ROOT))) {
            sources.addFirst(
                    new org.springframework.core.env.SystemEnvironmentPropertySource("test-systemEnvironment", values));
        } else {
            sources.addFirst(new MapPropertySource(name, values));
        }
    }

    private void demo() {
        context.getEnvironment().setActiveProfiles("demo");
        new DemoStart().initialize(context);
    }

    private void real() {
        context.getEnvironment().setActiveProfiles();
        new DemoStart().initialize(context);
    }
}
