package id.deskpilkada.platform.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Lets any variable of ours name a file instead of holding a value: {@code DESK_ADMIN_PASSWORD_FILE=/run/secrets/admin} stands for {@code DESK_ADMIN_PASSWORD} with the
 * content of that file. An environment can be read by other programs of the same user, a file of its own cannot.
 */
class SecretFiles implements EnvironmentPostProcessor, Ordered {

    private static final String SUFFIX = "_FILE";

    /** Right after the system environment is there, before the configuration files that refer to it. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 6;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var values = new LinkedHashMap<String, Object>();
        environment.getSystemEnvironment().forEach((name, file) -> {
            if (name.matches("(DESK|SPRING)_.+" + SUFFIX)) {
                values.put(name.substring(0, name.length() - SUFFIX.length()), content(name, file.toString()));
            }
        });
        add(environment, values);
    }

    static void add(ConfigurableEnvironment environment, Map<String, Object> values) {
        if (!values.isEmpty()) {
            environment
                    .getPropertySources()
                    .addAfter(
                            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                            new SystemEnvironmentPropertySource("secret-files-systemEnvironment", values));
        }
    }

    static String content(String name, String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new StartRefused(
                    "Berkas \"" + file + "\" yang disebut " + name + " tidak dapat dibaca. / The file cannot be read.",
                    "Periksa nama dan izin berkas itu, atau hapus " + name
                            + ". / Check its name and permissions, or remove the variable.");
        }
    }
}
