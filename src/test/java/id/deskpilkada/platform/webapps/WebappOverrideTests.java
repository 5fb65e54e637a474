package id.deskpilkada.platform.webapps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.DefaultResourceLoader;

/**
 * The webjar brings files of the same name. Camunda serves {@code classpath:/META-INF/resources/...}, so the first
 * class-path root wins, which must be ours. It is {@code target/classes} here; in the packed jar {@code META-INF} lies
 * at the root, which the parent class loader finds before it comes to {@code BOOT-INF/lib}.
 */
class WebappOverrideTests {

    private static final String ROOT = "classpath:/META-INF/resources/webjars/camunda/app/";
    private static final Pattern CUSTOM_SCRIPT = Pattern.compile("'([\\w./-]*scripts/[\\w-]+)'");

    @ParameterizedTest
    @CsvSource({"tasklist, Tugas", "welcome, Beranda", "admin, Admin", "cockpit, Cockpit"})
    void ourConfigurationIsServedInsteadOfTheOneInTheWebjar(String app, String name) throws IOException {
        assertThat(served(app + "/scripts/config.js"))
                .contains("vendor: 'Desk Pilkada'", "name: '" + name + "'", "fallbackLocale: 'id'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin", "cockpit"})
    void ourStylesAreServedInsteadOfTheOnesInTheWebjar(String app) throws IOException {
        assertThat(served(app + "/styles/user-styles.css")).contains("desk/styles/house.css");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin", "cockpit"})
    void everyCustomScriptNamedInTheConfigurationExists(String app) throws IOException {
        var scripts = CUSTOM_SCRIPT
                .matcher(served(app + "/scripts/config.js"))
                .results()
                .map(script -> script.group(1))
                .toList();

        assertThat(scripts).contains("../desk/scripts/language", "../desk/scripts/sign-out");
        for (String script : scripts) {
            assertThat(served(app + "/" + script + ".js")).isNotBlank();
        }
    }

    private static String served(String path) throws IOException {
        // The way Spring's resource handler goes from its configured location to a file.
        return new DefaultResourceLoader()
                .getResource(ROOT)
                .createRelative(path)
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
